import { adapterContract } from '../contract.ts';
import { openDiscord } from './world.ts';

adapterContract('discord', { open: openDiscord });
