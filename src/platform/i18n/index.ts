export { defineTexts, languages, registeredTexts, type Language, type TextKey, type Texts, type Translate, type Values } from './texts.ts';
