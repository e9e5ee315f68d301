import { Notice } from '#ui/notice/Notice.tsx';
import type { Tone } from '#ui/notice/Notice.tsx';

export type FlashMessage = { readonly tone: Tone; readonly title?: string | undefined; readonly text: string };

/** What has just happened, after a redirect. Layouts show it above the page's content. */
export function Flash({ messages }: { readonly messages: readonly FlashMessage[] }) {
  if (messages.length === 0) return null;
  return (
    <div class="ok-flash">
      {messages.map((message) => (
        <Notice tone={message.tone} title={message.title} live>
          <p class="ds-paragraph">{message.text}</p>
        </Notice>
      ))}
    </div>
  );
}
