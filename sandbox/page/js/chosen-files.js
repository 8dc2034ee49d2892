import { toast } from './toast.js';

/** Bytes of one attachment. */
const MAX_FILE_BYTES = 10_000_000;
/** Bytes of all that are sent at once: a body of the control API holds 20 MB as base64. */
const MAX_TOTAL_BYTES = 15_000_000;

/** Why files are not taken, in words; null where they are. */
export function whyNot(files) {
  const large = files.find(({ size }) => size > MAX_FILE_BYTES);
  if (large) return `${large.name} is larger than 10 MB and is not taken. Choose a smaller one.`;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  return total > MAX_TOTAL_BYTES
    ? 'The sandbox takes 15 MB at once, and these files have more. Choose fewer.'
    : null;
}

/** What was chosen in a file picker, as the control API takes it; what is too large is named and left out. */
export async function chosenFiles(picker) {
  const taken = [];
  for (const file of picker.files) {
    const problem = whyNot([file]);
    if (problem !== null) toast(problem);
    else
      taken.push({
        name: file.name,
        mime: /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream',
        base64: await base64Of(file),
      });
  }
  return taken;
}

function base64Of(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result.slice(reader.result.indexOf(',') + 1)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
