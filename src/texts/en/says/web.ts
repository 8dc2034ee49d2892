/** One line where no page can be drawn. */
export const web = {
  nothing:
    'There is nothing at this address. Look whether all of it is there, or type /feedback dashboard in your community to get a link.',
  otherwise: 'This address cannot be used in this way. Go back, reload the page, and use what stands there.',
};
