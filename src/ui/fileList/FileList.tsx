import type { Child } from 'hono/jsx';

export type ListedFile = {
  /** Its name, or a link with it. */
  readonly name: Child;
  /** Kind, size, who and when. */
  readonly about: Child;
  /** What can be done with it: a button or links. */
  readonly action?: Child;
};

/** Files one under another, each with what is known of it and what can be done. Long names break. */
export function FileList({ label, files }: { readonly label: string; readonly files: readonly ListedFile[] }) {
  return (
    <ul class="ok-files" aria-label={label}>
      {files.map((file) => (
        <li class="ok-files-item">
          <div class="ok-files-what">
            <div class="ok-files-name">{file.name}</div>
            <div class="ok-files-about">{file.about}</div>
          </div>
          {file.action ? <div class="ok-files-action">{file.action}</div> : null}
        </li>
      ))}
    </ul>
  );
}
