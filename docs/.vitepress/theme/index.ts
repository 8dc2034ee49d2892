// The default theme without the fonts it brings: the system's own are there already, in every alphabet.
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';

export default DefaultTheme;
