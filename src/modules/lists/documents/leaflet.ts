import { z } from 'zod';
import { day, defineDocument, text } from '#platform/documents/index.ts';
import { qrCodeOf } from './qrCode.ts';

const run = z.tuple([z.int(), z.int(), z.int()]).readonly();
const qrSchema = z.object({ size: z.int().positive(), runs: z.array(run).readonly() });
/** A page of the portal, to be typed or to be read by a telephone. */
const addressSchema = z.object({ text, qr: qrSchema, qrWords: text });

const schema = z.object({
  letterhead: z.object({
    language: z.enum(['pl', 'en', 'uk']),
    centreName: text,
    contactLine: text.optional(),
    issuedOn: day,
    isDemonstration: z.boolean(),
  }),
  /** Letters of 18 points, and the leaflet's lines one under another. */
  isLarge: z.boolean(),
  title: text,
  /** Under the title, when there is something to say of the whole. */
  lead: text.optional(),
  printed: text,
  demonstration: text,
  services: z
    .array(
      z.object({
        name: text,
        summary: text.optional(),
        notice: text.optional(),
        facts: z.array(z.object({ term: text, lines: z.array(text) })),
        note: z.object({ term: text, text }).optional(),
        addressTerm: text,
        address: addressSchema,
      }),
    )
    .min(1),
});
export type LeafletData = z.infer<typeof schema>;

const page = 'https://okienko.example/wzorowo/uslugi/1';
/** One service or a list of them, to be taken home or put up on a board. */
export const leaflet = defineDocument({
  name: 'lists/leaflet',
  source: new URL('./leaflet.typ', import.meta.url),
  schema,
  sample: {
    letterhead: {
      language: 'pl',
      centreName: 'Centrum Usług Społecznych w Lipowie Zdroju',
      contactLine: 'ul. Łąkowa 12, 00-000 Lipowo Zdrój · 00 000 00 00',
      issuedOn: '2026-03-09',
      isDemonstration: true,
    },
    isLarge: false,
    title: 'Moja lista usług',
    lead: 'Lista dla pani Heleny',
    printed: 'Stan na 9 marca 2026 r.',
    demonstration: 'DEMONSTRACJA – dane fikcyjne',
    services: [
      {
        name: 'Obiady do domu',
        summary: 'Ciepły obiad przywozimy codziennie.',
        notice: 'Ta usługa jest teraz wstrzymana',
        facts: [
          { term: 'Telefon', lines: ['00 000 00 01'] },
          { term: 'Kiedy', lines: ['Poniedziałek–piątek 11:00–13:00', 'W święta nie przywozimy'] },
          { term: 'Co przygotować', lines: ['dowód osobisty'] },
        ],
        note: { term: 'Moja notatka', text: 'Zapytać o dietę' },
        addressTerm: 'Strona usługi',
        address: { text: page, qr: qrCodeOf(page), qrWords: 'Kod QR z adresem strony usługi' },
      },
    ],
  },
});
