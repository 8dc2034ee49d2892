import { toast } from './toast.js';

/** Bytes of one attachment; a body of the control API holds 20 MB as base64. */
const MAX_FILE_BYTES = 10_000_000;

/** What was chosen in a file picker, as the control API takes it; what is too large is named and left out. */
export async function chosenFiles(picker) {
  const taken = [];
  for (const file of picker.files) {
    if (file.size > MAX_FILE_BYTES) toast(`${file.name} is larger than 10 MB; the sandbox does not take it.`);
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
