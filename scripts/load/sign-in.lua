-- People sign in, each in a new browser: five requests from the application's link to its tokens.
-- wrk does not say by which connection an answer came; but each answer tells all that the next step needs.
local verifier = "a-verifier-that-is-as-long-as-the-rules-ask-for"
local challenge = os.getenv("LOAD_CHALLENGE")
local client, redirect = os.getenv("LOAD_CLIENT"), "http%3A%2F%2F127.0.0.1%2Fcb"
local email, password = os.getenv("LOAD_EMAIL"):gsub("@", "%%40"), os.getenv("LOAD_PASSWORD"):gsub(" ", "+")
local form = "application/x-www-form-urlencoded"
local begin = "/oauth2/authorize?response_type=code&client_id=" .. client .. "&redirect_uri="
    .. redirect .. "&scope=openid+profile&state=load&code_challenge=" .. challenge .. "&code_challenge_method=S256"
local steps, first, last = {}, 1, 0
local threads = {}
finished, wrong = 0, ""

local function then_do(step)
    last = last + 1
    steps[last] = step
end

function setup(thread)
    table.insert(threads, thread)
end

function request()
    if first > last then return wrk.format("GET", begin) end
    local step = steps[first]
    steps[first] = nil
    first = first + 1
    return step
end

local function cookie(headers)
    return (headers["Set-Cookie"] or ""):match("^[^;]+")
end

function response(status, headers, body)
    local place = headers["Location"]
    if status >= 400 then
        wrong = status .. " " .. body
    elseif body:find('"access_token"', 1, true) then
        finished = finished + 1
    elseif not place then
        local csrf = body:match('name="csrf" value="([^"]+)"')
        local ticket = body:match('name="ticket" value="([^"]+)"')
        then_do(wrk.format("POST", "/sign-in", { ["Content-Type"] = form, Cookie = cookie(headers) },
            "csrf=" .. csrf .. "&ticket=" .. ticket .. "&email=" .. email .. "&password=" .. password))
    elseif place:find("code=", 1, true) then
        then_do(wrk.format("POST", "/oauth2/token",
            { ["Content-Type"] = form, Authorization = os.getenv("LOAD_BASIC") },
            "grant_type=authorization_code&code=" .. place:match("code=([^&]+)") .. "&redirect_uri=" .. redirect
            .. "&code_verifier=" .. verifier))
    else
        then_do(wrk.format("GET", place, { Cookie = cookie(headers) }))
    end
end

function done()
    for _, thread in ipairs(threads) do
        print("finished " .. thread:get("finished"))
        if thread:get("wrong") ~= "" then print("wrong: " .. thread:get("wrong")) end
    end
end
