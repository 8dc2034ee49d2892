const at = (seconds, options) =>
  new Intl.DateTimeFormat(undefined, options).format(new Date(seconds * 1_000));

const DATE = { day: 'numeric', month: 'long', year: 'numeric' };
const TIME = { hour: '2-digit', minute: '2-digit' };

/** Slack's tokens. https://docs.slack.dev/messaging/formatting-message-text#date-formatting */
const SLACK_TOKENS = {
  date_num: (s) => new Date(s * 1_000).toISOString().slice(0, 10),
  date_slash: (s) => at(s, { day: '2-digit', month: '2-digit', year: 'numeric' }),
  date: (s) => at(s, DATE),
  date_short: (s) => at(s, { ...DATE, month: 'short' }),
  date_long: (s) => at(s, { ...DATE, weekday: 'long' }),
  date_pretty: (s) => nearDay(s) ?? at(s, DATE),
  date_short_pretty: (s) => nearDay(s) ?? at(s, { ...DATE, month: 'short' }),
  date_long_pretty: (s) => nearDay(s) ?? at(s, { ...DATE, weekday: 'long' }),
  time: (s) => at(s, TIME),
  time_secs: (s) => at(s, { ...TIME, second: '2-digit' }),
  ago: (s) => relative(s),
};

/** Discord's styles. https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */
const DISCORD_STYLES = {
  t: (s) => at(s, TIME),
  T: (s) => at(s, { ...TIME, second: '2-digit' }),
  d: (s) => at(s, { day: '2-digit', month: '2-digit', year: 'numeric' }),
  D: (s) => at(s, DATE),
  f: (s) => at(s, { ...DATE, ...TIME }),
  F: (s) => at(s, { ...DATE, weekday: 'long', ...TIME }),
  R: (s) => relative(s),
};

/** A moment in a message, in the reader's time zone; the fallback when it is no moment. */
export function showMoment({ seconds, format, dialect, fallback }) {
  if (!Number.isFinite(seconds) || Math.abs(seconds) > 8.64e12) return fallback;
  if (dialect === 'discord') return (DISCORD_STYLES[format] ?? DISCORD_STYLES.f)(seconds);
  return format.replaceAll(/\{(\w+)\}/g, (raw, token) => SLACK_TOKENS[token]?.(seconds) ?? raw);
}

/** When a message was posted: the clock alone today, with the date before that. */
export function showPosted(iso) {
  const seconds = Date.parse(iso) / 1_000;
  const today = new Date().toDateString() === new Date(iso).toDateString();
  return at(seconds, today ? TIME : { day: 'numeric', month: 'short', ...TIME });
}

function nearDay(seconds) {
  const days = Math.round((startOfDay(new Date(seconds * 1_000)) - startOfDay(new Date())) / 86_400_000);
  return { '-1': 'yesterday', 0: 'today', 1: 'tomorrow' }[days] ?? null;
}

const startOfDay = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

function relative(seconds) {
  const away = seconds - Date.now() / 1_000;
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  const [unit, length] = units.find(([, size]) => Math.abs(away) >= size) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(Math.round(away / length), unit);
}
