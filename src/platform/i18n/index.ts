export { defineTexts, languages, type Language, type TextKey, type Texts, type Translate, type Values } from './texts.ts';
