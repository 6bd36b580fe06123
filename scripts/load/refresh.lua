-- Each refresh token is used once: its successor goes to the end of the queue.
local queue, first, last = {}, 1, 0
for token in os.getenv("LOAD_REFRESH_TOKENS"):gmatch("%S+") do
    last = last + 1
    queue[last] = token
end
local headers = {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Authorization"] = os.getenv("LOAD_BASIC"),
}

function request()
    local token = queue[first] or "none-left"
    queue[first] = nil
    first = first + 1
    return wrk.format("POST", "/oauth2/token", headers, "grant_type=refresh_token&refresh_token=" .. token)
end

function response(_, _, body)
    local successor = body:match('"refresh_token":"([^"]+)"')
    if successor then
        last = last + 1
        queue[last] = successor
    end
end
