-- Random documents and random people of the world that world.py makes; LOAD_DOCUMENTS and LOAD_PEOPLE of them.
local documents = tonumber(os.getenv("LOAD_DOCUMENTS") or "400000")
local people = tonumber(os.getenv("LOAD_PEOPLE") or "20000")
local headers = { ["Authorization"] = os.getenv("LOAD_BASIC"), ["Content-Type"] = "application/json" }

request = function()
   return wrk.format("POST", "/v1/check", headers, string.format(
      '{"user":"person:p%06d","relation":"can_view","object":"document:d%07d"}',
      math.random(0, people - 1), math.random(0, documents - 1)))
end
