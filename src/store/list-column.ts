/**
 * The rows of a query as one column of another, in their order; dates come as text, so their shapes are `z.coerce.date()`.
 * One question instead of two: most of what a short one costs is the way there and back.
 */
export function listColumn(name: string, query: string): string {
  return `(select coalesce(json_agg(row_to_json(each)), '[]') from (${query}) each) as "${name}"`;
}
