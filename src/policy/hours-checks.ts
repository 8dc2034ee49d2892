import { daysWritten } from '../time/calendar-day.ts';
import { countries, regionsOf } from '../time/public-holidays.ts';
import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { codeAdvice, countryCode, regionCode } from './holidays.ts';
import { readHours } from './hours.ts';
import { asList, asMap, textAt } from './loose.ts';
import { shown } from './secrets.ts';

/** What can be wrong with `hours` and `holidays`, of the policy, of its workspaces and of their departments. */
export function hoursFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const parts = [
    { part: policy, path: [] as Path },
    ...asList(policy['workspaces']).flatMap((workspace, index) => {
      const path: Path = ['workspaces', index];
      const departments = Object.entries(asMap(asMap(workspace)['departments']));
      return [
        { part: asMap(workspace), path },
        ...departments.map(([key, department]) => ({
          part: asMap(department),
          path: [...path, 'departments', key],
        })),
      ];
    }),
  ];
  const faults = parts.flatMap(({ part, path }) => [
    ...weekFaults(part['hours'], [...path, 'hours'], document),
    ...holidayFaults(asMap(part['holidays']), [...path, 'holidays'], document),
  ]);
  const withHolidays = parts.find(({ part }) => part['holidays'] !== undefined);
  if (!withHolidays || parts.some(({ part }) => part['hours'] !== undefined)) return faults;
  const at = [...withHolidays.path, 'holidays'];
  const message = `${pathName(at)} has no effect, since there are no hours and so people work around the clock; add hours: { monday-friday: 9:00-17:00 }`;
  return [...faults, document.atKey(at, message)];
}

function weekFaults(written: unknown, path: Path, document: PolicyDocument): Fault[] {
  if (written === undefined) return [];
  return readHours(written).problems.map(({ path: inner, isKey, message }) => {
    const at = [...path, ...inner];
    const text = `${pathName(at)} ${message}`;
    return isKey ? document.atKey(at, text) : document.at(at, text);
  });
}

function holidayFaults(holidays: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  return [
    ...placeFaults(holidays, path, document),
    ...['dates', 'open'].flatMap((list) =>
      asList(holidays[list]).flatMap((written, index) => {
        const read = typeof written === 'string' ? daysWritten(written) : null;
        if (read === null || !('problem' in read)) return [];
        const at = [...path, list, index];
        return [document.at(at, `${pathName(at)}: ${shown(String(written))} ${read.problem}`)];
      }),
    ),
  ];
}

function placeFaults(holidays: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const country = textAt(holidays, 'country');
  const region = textAt(holidays, 'region');
  const fault = (key: string, message: string) => [
    document.at([...path, key], `${pathName([...path, key])} ${message}`),
  ];
  if (country === null)
    return region === null
      ? []
      : fault('region', 'needs a country; add country: and its two letters, such as DE');
  const code = countryCode(country);
  if (code === null)
    return fault(
      'country',
      `is ${shown(country)}, whose holidays are not known; ${codeAdvice(countries(), country)}`,
    );
  if (region === null || regionCode(code, region) !== null) return [];
  const regions = regionsOf(code);
  if (Object.keys(regions).length === 0)
    return fault(
      'region',
      `is not needed: ${countries()[code] ?? code} has the same holidays everywhere; take it out`,
    );
  return fault(
    'region',
    `is ${shown(region)}, which is no region of ${code}; ${codeAdvice(regions, region)}`,
  );
}
