// Komentarz po polsku może tu stać: żółć.
export const Bad = () => <p>Zażółć</p>;
