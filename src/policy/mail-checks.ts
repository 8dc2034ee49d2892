import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { asList, asMap, textAt } from './loose.ts';

/**
 * What can be wrong with where departments are reached: nowhere at all, in a workspace without a channel there, or by mail that
 * cannot be sent.
 * @param canMail whether mail can be sent from here; null: that is not known
 */
export function mailFaults(
  policy: Record<string, unknown>,
  document: PolicyDocument,
  canMail: boolean | null,
): Fault[] {
  return asList(policy['workspaces']).flatMap((workspace, index) =>
    Object.entries(asMap(asMap(workspace)['departments'])).flatMap(([key, value]) => {
      const department = asMap(value);
      const at: Path = ['workspaces', index, 'departments', key];
      const fault = (place: Path, message: string) => [document.at(place, `${pathName(place)}${message}`)];
      const [channel, email] = [department['channel'], department['email']];
      if (channel === undefined && email === undefined)
        return fault(
          at,
          ': nobody would read what goes there; add channel: with a private channel, or email:',
        );
      if (channel === undefined && textAt(department, 'workspace') !== null)
        return fault([...at, 'workspace'], ' needs a channel there; add channel:, or leave workspace out');
      if (email !== undefined && canMail === false)
        return fault(
          [...at, 'email'],
          ': no mail can be sent from here; set SMTP_URL and MAIL_FROM in the environment (.env), or give the department a channel',
        );
      return [];
    }),
  );
}
