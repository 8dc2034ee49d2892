import { join } from 'node:path';
import { secretsOf } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { loadPolicies } from '../../policy/policies.ts';
import { playbookTexts, readPlaybooks } from '../../policy/playbooks.ts';
import type { Policy } from '../../policy/schema.ts';
import { checkTemplates, loadTemplates, type Templates } from '../../replies/templates.ts';
import { fault, type Check, type Finding, type Looked } from './finding.ts';
import { planFindings, playbooksIn } from './plan.ts';
import { translationFindings } from './translations.ts';
import { untranslatedFindings } from './untranslated.ts';
import { unusedFindings } from './unused.ts';

/** The templates, their translations, the playbooks and the policy, as they are written. Connects to nothing. */
export const files: Check = {
  name: 'files',
  run: (looked, { env }) => {
    const { templates, findings } = templatesIn(looked.folder);
    const around = {
      // Where no template can be read, a step that names one is not what is wrong.
      names: templates && { templates: templates.names(), details: templates.details() },
      playbooksDir: playbooksIn(looked.folder),
      // As the program itself would say it, whatever else is wrong with the settings.
      canMail: secretsOf(env)('SMTP_URL') !== null,
    };
    const plan = planFindings(looked.policyPath, around);
    if (!templates) return [...findings, ...plan];
    const policies = plan.length > 0 ? [] : loadPolicies(looked.policyPath, around).all;
    return [
      ...findings,
      ...translationFindings(templates, looked.folder, looked.languages),
      ...plan,
      ...(plan.length > 0 ? [] : [...untranslatedFindings(looked), ...unused(templates, policies, looked)]),
    ];
  },
};

function templatesIn(folder: string): { templates: Templates | null; findings: Finding[] } {
  try {
    const templates = loadTemplates(join(folder, 'templates'));
    const findings = checkTemplates(templates).map(({ file, line, column, message }) =>
      fault(file, line, column, message),
    );
    return { templates, findings };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'TEMPLATE_INVALID') throw error;
    const finding: Finding = {
      level: 'fault',
      file: 'templates',
      line: null,
      column: null,
      message: error.message,
    };
    return { templates: null, findings: [finding] };
  }
}

function unused(templates: Templates, policies: readonly Policy[], { folder }: Looked): Finding[] {
  return unusedFindings(templates, policies, readPlaybooks(playbookTexts(playbooksIn(folder)), null));
}
