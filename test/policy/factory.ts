/** The smallest policy that says everything it has to, with the given pieces of YAML in place of its own. */
export function policyYaml(parts: { top?: string; kinds?: string; workspace?: string; more?: string } = {}): string {
  return `${parts.top ?? ''}
emojis: { 🚩: feedback }
kinds:
${parts.kinds ?? '  feedback: { name: Feedback, answer: none }'}
severities:
  low: { firstResponse: 1d, followUp: 1w }
  normal: { firstResponse: 4h, followUp: 3d }
  high: { firstResponse: 1h, followUp: 1d }
  urgent: { firstResponse: 15m, followUp: 4h }
ladder: { lead: 4h }
workspaces:
  - id: slack:T1
    name: Riverside
${parts.workspace ?? '    triage: C1\n    roles: { flagger: { everyone: true } }'}
${parts.more ?? ''}
`;
}
