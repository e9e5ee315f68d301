import { Notice } from '#ui/notice/Notice.tsx';
import type { Tone } from '#ui/notice/Notice.tsx';

export type FlashMessage = { readonly tone: Tone; readonly title?: string | undefined; readonly text: string };

/**
 * What has just happened, after a redirect. Layouts show it above the page's content; where scripts run the first one takes the
 * focus, so that it is read out and the keyboard goes on from there.
 */
export function Flash({ messages }: { readonly messages: readonly FlashMessage[] }) {
  if (messages.length === 0) return null;
  return (
    <ok-flash class="ok-flash">
      {messages.map((message, index) => (
        <Notice tone={message.tone} title={message.title} live focusAs={`flash-${index}`}>
          <p class="ds-paragraph">{message.text}</p>
        </Notice>
      ))}
    </ok-flash>
  );
}
