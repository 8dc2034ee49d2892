/** Milliseconds of Discord's epoch. https://docs.discord.com/developers/reference#snowflakes */
const EPOCH_MS = 1_420_070_400_000n;

/** The smallest id a thing made at `date` can have. */
export function snowflakeAt(date: Date): string {
  const sinceEpoch = BigInt(date.getTime()) - EPOCH_MS;
  return ((sinceEpoch > 0n ? sinceEpoch : 0n) << 22n).toString();
}

/** When the thing with this id was made. */
export function timeOf(snowflake: string): Date {
  return new Date(Number((BigInt(snowflake) >> 22n) + EPOCH_MS));
}

/** Whether a string can be an id at all. Ids exceed 2^53: they stay strings. */
export function isSnowflake(id: string): boolean {
  return /^\d{1,20}$/.test(id);
}
