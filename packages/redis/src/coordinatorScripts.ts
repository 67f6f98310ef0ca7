/**
 * The turn at a session, as atomic steps. The key is a hash:
 *
 * - `fence`, `until`: the newest turn, and when its lease ends.
 * - `sealed`, `landed`: the newest session, and the fence of the turn that brought it.
 * - `spent:<credential>`: what a refresh token was exchanged for, and until when that is told.
 *
 * Times are in milliseconds since the epoch, by the clock of Redis, read once a step: what a step
 * stores, it still sees. A fence is such a time or one more than the last, so that it rises even
 * where Redis has lost its data.
 */
const COMMON = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function whole(number)
  return string.format('%.0f', number)
end

local function number(field)
  return tonumber(redis.call('HGET', KEYS[1], field)) or 0
end

local function exchanged(credential)
  local mark = redis.call('HGET', KEYS[1], 'spent:' .. credential)
  if not mark then return nil end
  local kind, told = mark:match('^(%a+) (%d+)$')
  if tonumber(told) <= now then return nil end
  if kind == 'refused' then return { kind } end
  return { kind, redis.call('HGET', KEYS[1], 'sealed') }
end

local function keepFor(milliseconds)
  redis.call('PEXPIRE', KEYS[1], whole(math.max(milliseconds, redis.call('PTTL', KEYS[1]))))
end
`

/** Arguments: credential, lease. */
export const BEGIN = `${COMMON}
local credential, lease = ARGV[1], tonumber(ARGV[2])
local outcome = exchanged(credential)
if outcome then return outcome end
if number('until') > now then return { 'wait' } end
local fence = whole(math.max(now, number('fence') + 1))
redis.call('HSET', KEYS[1], 'fence', fence, 'until', whole(now + lease))
keepFor(lease)
return { 'lead', fence }
`

/** Arguments: fence, lease. A lease of 0 gives the turn back. */
export const EXTEND = `${COMMON}
local fence, lease = tonumber(ARGV[1]), tonumber(ARGV[2])
if number('fence') ~= fence then return 0 end
redis.call('HSET', KEYS[1], 'until', whole(now + lease))
keepFor(lease)
return 1
`

/** Arguments: credential, fence, retention, kind, sealed. Returns what holds. */
export const LAND = `${COMMON}
local credential, fence, retention = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local kind, sealed = ARGV[4], ARGV[5]

local fields = redis.call('HGETALL', KEYS[1])
for index = 1, #fields, 2 do
  local told = fields[index + 1]:match('^%a+ (%d+)$')
  if fields[index]:sub(1, 6) == 'spent:' and tonumber(told) <= now then
    redis.call('HDEL', KEYS[1], fields[index])
  end
end

if number('fence') == fence then redis.call('HSET', KEYS[1], 'until', '0') end
local standing = exchanged(credential)
if kind == 'refused' and standing and standing[1] == 'session' then return standing end
if kind == 'session' and fence > number('landed') then
  redis.call('HSET', KEYS[1], 'sealed', sealed, 'landed', whole(fence))
end
redis.call('HSET', KEYS[1], 'spent:' .. credential, kind .. ' ' .. whole(now + retention))
keepFor(retention)
return exchanged(credential)
`
