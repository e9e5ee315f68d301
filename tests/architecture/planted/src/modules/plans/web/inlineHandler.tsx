export const Bad = () => <button onclick="go()">ok</button>;
