import type { APIMessage } from 'discord.js';
import type { Payload } from './render.ts';

/** Compares messages with what was to be posted, by what Discord keeps of it unchanged. */
export function samePayload(wanted: Payload, authorId: string): (message: APIMessage) => boolean {
  const key = keyOf(wanted);
  return (message) => message.author.id === authorId && keyOf(message) === key;
}

interface Comparable {
  content: string;
  embeds?: { title?: string; description?: string; fields?: { name: string; value: string }[] }[];
  components?: unknown[];
}

/** Discord trims texts, and adds ids, colours and types of its own to embeds and components. */
function keyOf({ content, embeds, components }: Comparable): string {
  const told = (embeds ?? []).map(({ title, description, fields }) => [
    title?.trim() ?? '',
    description?.trim() ?? '',
    (fields ?? []).map(({ name, value }) => [name.trim(), value.trim()]),
  ]);
  return JSON.stringify([content.trim(), told, (components ?? []).flatMap(idsIn)]);
}

/** What the buttons and selects do, in order. */
function idsIn(component: unknown): string[] {
  if (typeof component !== 'object' || component === null) return [];
  const inner: unknown = 'components' in component ? component.components : [];
  return [
    ...('custom_id' in component ? [String(component.custom_id)] : []),
    ...('url' in component ? [String(component.url)] : []),
    ...(Array.isArray(inner) ? inner.flatMap(idsIn) : []),
  ];
}
