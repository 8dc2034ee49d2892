import { checkView } from '../forms.ts';
import { ApiRefusal } from '../types.ts';
import { bot, type Method } from './method.ts';

/** views.*, files.* and apps.*: modals, files and the way in. */
export const surfaceMethods: Record<string, Method> = {
  'views.open': bot(null, (args, { triggers, forms }) => {
    const triggerId = args.text('trigger_id') ?? '';
    const view = checkView(args.json('view', 'invalid_arguments'), 'modal');
    return { view: forms.open(triggers.redeem(triggerId), view, triggerId).view };
  }),

  'views.update': bot(null, (args, { forms }) => {
    const which = { view_id: args.text('view_id'), external_id: args.text('external_id') };
    return { view: forms.update(which, args.json('view', 'invalid_arguments'), args.text('hash')).view };
  }),

  'views.publish': bot(null, (args, { homes, faults }) => {
    // The Home tab is a switch of the app's settings, and no scope.
    if (faults.lacksScope('app_home')) throw new ApiRefusal('not_enabled');
    const view = args.json('view', 'invalid_arguments');
    return { view: homes.publish(args.text('user_id') ?? '', view, args.text('hash')) };
  }),

  'files.info': bot('files:read', (args, { directory, messages, wire }) => {
    const file = messages.file(args.text('file') ?? '');
    const channel = directory.channel(file?.channel ?? '');
    const isSeen = file?.user === directory.bot.id || channel?.members.includes(directory.bot.id);
    if (!file || !isSeen || file.upload?.isComplete === false) throw new ApiRefusal('file_not_found');
    return { file: wire.file(file), comments: [], response_metadata: { next_cursor: '' } };
  }),

  'apps.connections.open': {
    scope: null,
    token: 'app',
    run: (_, { sockets }, host) => {
      if (!sockets) throw new ApiRefusal('not_allowed_for_app');
      return { url: sockets.ticket(host) };
    },
  },
};
