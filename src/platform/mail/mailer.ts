import { createTransport } from 'nodemailer';
import { letterAsHtml } from './letterAsHtml.ts';

/** A letter ready to go. */
export interface OutgoingLetter {
  /** Becomes the Message-ID, so that a letter sent again after a lost answer is the same letter. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The centre in whose name it goes out. */
  readonly from: { readonly name: string; readonly replyTo: string | null };
}
export interface Mailer {
  /** @throws Error when the server does not take the letter; the message holds no address of a person. */
  send(letter: OutgoingLetter): Promise<void>;
  close(): void;
}

/** Sends letters through the server of an `smtp:` or `smtps:` address. */
export function openMailer({ smtpUrl, publicUrl }: { readonly smtpUrl: string; readonly publicUrl: string }): Mailer {
  const url = new URL(smtpUrl);
  const host = new URL(publicUrl).hostname;
  const user = decodeURIComponent(url.username);
  const address = url.searchParams.get('from') ?? (user.includes('@') ? user : `okienko@${host}`);
  url.searchParams.delete('from');
  const transport = createTransport({ url: url.href, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 });
  return {
    async send({ id, to, subject, text, from }) {
      await transport.sendMail({
        messageId: `<${id}@${host}>`,
        from: { name: from.name, address },
        ...(from.replyTo && { replyTo: from.replyTo }),
        to: { name: '', address: to },
        subject: subject.replace(/\s+/g, ' '),
        text,
        html: letterAsHtml(subject, text),
        // Nobody wants "I am on holiday" in answer to a confirmation.
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    close: () => transport.close(),
  };
}
