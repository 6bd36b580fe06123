-- The same questions as check.lua, by AuthZEN.
local documents = tonumber(os.getenv("LOAD_DOCUMENTS") or "400000")
local people = tonumber(os.getenv("LOAD_PEOPLE") or "20000")
local headers = { ["Authorization"] = os.getenv("LOAD_BASIC"), ["Content-Type"] = "application/json" }

request = function()
   return wrk.format("POST", "/access/v1/evaluation", headers, string.format(
      '{"subject":{"type":"person","id":"p%06d"},"action":{"name":"can_view"},"resource":{"type":"document","id":"d%07d"}}',
      math.random(0, people - 1), math.random(0, documents - 1)))
end
