--[[ Links to the clauses of a policy digest, for pandoc 2.17 or newer:

    pandoc report.md --lua-filter clauses.lua -o report.docx

[](clause:longhua-2024#art7)                      the name of the clause, with a footnote that cites it
[own words](clause:longhua-2024#art7@1db1ba27)    own words; the digits after @ are the wording that was read

The filter reads clauses-index.json of the same site: beside this file, or where the metadata of the report say
(`-M clauses-index=path`). With `lang: en` in the metadata names and notes are English, else Chinese. A clause that is not
known, has moved, is gone or reads otherwise now, and a policy that is a draft, has ended or was superseded, is a warning;
`--fail-if-warnings` counts it from pandoc 3.2 on. The document is made all the same.
]]

PANDOC_VERSION:must_be_at_least({2, 17}, "clauses.lua needs pandoc %s or newer; this is pandoc %s")

local FORMAT = 1 -- the form of the index that is read here
local index -- what the file holds; nil where it cannot be read
local language, at = "zh", 1 -- of two texts, which one is in the language
local today = os.date("%Y-%m-%d")

local function warn(text)
  text = text:gsub("%c", "\u{fffd}") -- a terminal would obey control characters
  if pandoc.log and pandoc.log.warn then
    pandoc.log.warn(text)
  else
    io.stderr:write("[WARNING] " .. text .. "\n")
  end
end

-- JSON: pandoc has a decoder from 3.1.1 on only. null is nil; what is no JSON raises an error.

local ESCAPED = {b = "\b", f = "\f", n = "\n", r = "\r", t = "\t"}

local function string_at(source, from)
  local parts = {}
  while true do
    local stop = assert(source:find('["\\]', from), "a text does not end")
    parts[#parts + 1] = source:sub(from, stop - 1)
    if source:byte(stop) == 0x22 then
      return table.concat(parts), stop + 1
    end
    local high, low = source:match("^u(%x%x%x%x)\\u(%x%x%x%x)", stop + 1)
    local single = source:match("^u(%x%x%x%x)", stop + 1)
    if high and high:match("^[dD][89abAB]") then
      local pair = (tonumber(high, 16) - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00
      parts[#parts + 1] = utf8.char(0x10000 + pair)
      from = stop + 12
    elseif single then
      parts[#parts + 1] = utf8.char(tonumber(single, 16))
      from = stop + 6
    else
      local sign = source:sub(stop + 1, stop + 1)
      parts[#parts + 1] = ESCAPED[sign] or sign
      from = stop + 2
    end
  end
end

local value_at

local function members_at(source, from, closing, named)
  local found, count = {}, 0
  from = source:find("%S", from)
  if source:sub(from, from) == closing then
    return found, from + 1
  end
  while true do
    count = count + 1
    local name, value = count, nil
    if named then
      name, from = string_at(source, source:match('^%s*"()', from))
      from = source:match("^%s*:()", from)
    end
    value, from = value_at(source, from)
    found[name] = value
    local sign, after = source:match("^%s*([,%]}])()", from)
    from = after
    if sign == closing then
      return found, from
    end
    assert(sign == ",", "a comma is missing")
  end
end

local WORDS = {["true"] = true, ["false"] = false}

function value_at(source, from)
  local start = source:find("%S", from)
  local first = source:sub(start, start)
  if first == '"' then
    return string_at(source, start + 1)
  elseif first == "{" then
    return members_at(source, start + 1, "}", true)
  elseif first == "[" then
    return members_at(source, start + 1, "]", false)
  end
  local word = assert(source:match("^[%w.+-]+", start), "a value is missing")
  return tonumber(word) or WORDS[word], start + #word
end

-- What the index says of a clause

local function filled(key, values)
  return (index.words[language][key]:gsub("{([%w_]+)}", values))
end

local function has(list, wanted)
  for _, each in ipairs(list or {}) do
    if each == wanted then
      return true
    end
  end
  return false
end

local function state_of(policy)
  if policy.status then
    return policy.status
  end
  return policy.ends and today > policy.ends.last and policy.ends or nil
end

--- The address, the text of a link, the policy with its standing, and the note as text before and after the address;
--- nothing for a clause that is not known.
local function cited(reference)
  local name, version = reference:match("^(.*)@(%x%x%x%x%x%x%x%x)$")
  local doc, id = (name or reference):match("^([a-z0-9-]+)#([a-z0-9_.-]+)$")
  local policy = index.policies[doc or ""]
  local clause = policy and (policy.moved[id] or id)
  local entry, gone = policy and policy.clauses[clause], policy and policy.gone[id]
  if not entry and not gone then
    warn(filled("unknown", {ref = reference}))
    return nil
  end
  local remarks, now, printed = {}, "", nil
  if gone then
    local by = {}
    for _, each in ipairs(gone.by) do
      by[#by + 1] = doc .. "#" .. each
    end
    warn(filled(#by > 0 and "replaced" or "gone", {ref = reference, now = table.concat(by, ", ")}))
    remarks[#remarks + 1] = filled("gone_since", {})
    printed = gone.name
  else
    now, printed = entry[1], entry[at + 1]
    if clause ~= id then
      warn(filled("moved", {ref = reference, now = doc .. "#" .. clause}))
    end
    if version and version ~= now then
      local known = has(policy.earlier[clause], version)
      warn(filled(known and "changed" or "unpublished", {ref = reference, now = now}))
      remarks[#remarks + 1] = known and filled("changed_since", {}) or nil
    end
  end
  local title, state = policy.title[at], state_of(policy)
  local about = title
  if state then
    warn(filled("standing", {ref = reference, title = title, status = state[language]}))
    remarks[#remarks + 1] = filled("status", {status = state[language]})
    about = title .. filled("number", {number = state[language]})
  end
  for _, each in ipairs(policy.by) do
    if index.policies[each] then
      remarks[#remarks + 1] = filled("by", {title = index.policies[each].title[at]})
    end
  end
  local pin = version or now
  local address = policy.address .. clause .. "/" .. (pin ~= "" and "?at=" .. pin or "")
  if not address:match("^https?://") then
    warn(filled("unknown", {ref = reference}))
    return nil
  end
  local note = filled("note", {
    title = title,
    number = policy.number and filled("number", {number = policy.number}) or "",
    name = printed,
    remarks = table.concat(remarks, language == "en" and " " or ""),
  })
  local before, after = note:match("^(.-){address}(.-)%s*$")
  return address, filled("named", {name = printed, title = policy.short[at]}), about, before, after
end

-- What stands in the document

--- Some text as inlines, broken at its spaces.
local function inlines(text)
  local found = pandoc.List()
  for space, word in text:gmatch("(%s*)(%S*)") do
    if space ~= "" then
      found:insert(pandoc.Space())
    end
    if word ~= "" then
      found:insert(pandoc.Str(word))
    end
  end
  return found
end

--- A link to a clause as it is shown; within a footnote the citation follows it in brackets.
local function shown(link, in_note)
  local reference = link.target:match("^clause:(.*)$")
  if not reference or not index then
    return nil
  end
  local known, address, text, about, before, after = pcall(cited, reference)
  local own = #link.content > 0 and link.content or nil
  if not known then
    warn(reference .. ": the index cannot be read: " .. tostring(address))
  end
  if not known or not address then
    return own or inlines(reference)
  end
  link.target, link.title, link.content = address, about, own or inlines(text)
  local opening, closing = "", ""
  if in_note then -- which cannot hold another one
    opening, closing = index.words[language].number:match("^(.-){number}(.*)$")
    after = after:gsub("%.$", ""):gsub("。$", "")
  end
  local citation = inlines(opening .. before)
  citation:insert(pandoc.Link({pandoc.Str(address)}, address, "", pandoc.Attr("", {"uri"})))
  citation:extend(inlines(after .. closing))
  if in_note then
    citation:insert(1, link)
    return citation
  end
  return {link, pandoc.Note({pandoc.Para(citation)})}
end

local function read(meta)
  local beside = pandoc.path.join({pandoc.path.directory(PANDOC_SCRIPT_FILE), "clauses-index.json"})
  local path = meta["clauses-index"] and pandoc.utils.stringify(meta["clauses-index"]) or beside
  local spoken = meta.lang and pandoc.utils.stringify(meta.lang) or ""
  if spoken:match("^en") then
    language, at = "en", 2
  end
  local file, reason = io.open(path, "rb")
  if file then
    local known, found = pcall(value_at, file:read("a"), 1)
    file:close()
    if known and type(found) == "table" and found.format == FORMAT then
      index = found
      return
    end
    reason = path .. ": this is no index of clauses, or one for a newer filter"
  end
  warn(reason .. ". Links to clauses are left as they are; download data/clauses-index.json from the site.")
end

return {
  {Meta = read},
  {
    traverse = "topdown",
    Note = function(note)
      return note:walk({Link = function(link) return shown(link, true) end}), false
    end,
    Link = function(link)
      return shown(link, false), false
    end,
  },
}
