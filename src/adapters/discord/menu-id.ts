/** How the custom id of a menu begins; no command's does. What was chosen says what it stands for. */
export const MENU_ID = 'menu:';
