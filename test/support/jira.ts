import { openReceiver, type Answered, type Received } from './receiver.ts';

interface FakeIssue {
  key: string;
  summary: string;
  description: string;
  labels: string[];
  status: { name: string; statusCategory: { key: string } };
  isDeleted: boolean;
}

/**
 * As much of Jira as cases need, by its documentation: issues of one project, search by label.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v2/api-group-issues/
 * @param edition Cloud has the newer search alone, Data Center the older one
 */
export async function openJira(
  edition: 'cloud' | 'data-center' = 'cloud',
  authorization = 'Bearer jira-token',
) {
  const issues: FakeIssue[] = [];
  const faults: ('lost-after' | Answered)[] = [];
  const receiver = await openReceiver((received) => {
    const fault = faults.shift();
    if (fault !== undefined && fault !== 'lost-after') return fault;
    const answer = answerTo(received);
    return fault === 'lost-after' ? { ...answer, lost: true } : answer;
  });

  function answerTo({ method, path, headers, body }: Received): Answered {
    if (headers.authorization !== authorization) return { status: 401 };
    const { pathname, searchParams } = new URL(path, 'http://x');
    if (pathname === '/rest/api/2/issue' && method === 'POST') return made(body);
    const search = edition === 'cloud' ? '/rest/api/2/search/jql' : '/rest/api/2/search';
    if (pathname === search) {
      const label = /labels = "([^"]+)"/.exec(searchParams.get('jql') ?? '')?.[1] ?? '';
      const found = issues.filter(({ labels, isDeleted }) => !isDeleted && labels.includes(label));
      return { status: 200, body: { issues: found.map(shown) } };
    }
    if (pathname === '/rest/api/2/project/QA') return { status: 200, body: { key: 'QA' } };
    const issue = issues.find(({ key, isDeleted }) => !isDeleted && pathname === `/rest/api/2/issue/${key}`);
    return issue ? { status: 200, body: shown(issue) } : { status: 404, body: { errorMessages: [] } };
  }

  function made(body: string): Answered {
    const { fields } = JSON.parse(body) as {
      fields: Pick<FakeIssue, 'summary' | 'description' | 'labels'> & { project: { key: string } };
    };
    if (fields.summary.includes('\n') || fields.labels.some((label) => /\s/.test(label)))
      return { status: 400 };
    const issue: FakeIssue = {
      key: `${fields.project.key}-${issues.length + 1}`,
      summary: fields.summary,
      description: fields.description,
      labels: fields.labels,
      status: { name: 'To Do', statusCategory: { key: 'new' } },
      isDeleted: false,
    };
    issues.push(issue);
    return { status: 201, body: { id: '1', key: issue.key, self: 'x' } };
  }

  const shown = ({ key, status }: FakeIssue) => ({ key, fields: { status } });

  return { url: receiver.url, received: receiver.received, issues, faults, close: receiver.close };
}
