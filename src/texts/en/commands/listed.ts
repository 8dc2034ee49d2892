/** How a platform lists our commands: what the command itself is for, and the entry of a message's menu. */
export const listed = {
  usual: 'Feedback of the community: flag, answer, follow up',
  more: 'What is needed less often',
  team: 'Departments, topics and other programs',
  menu: 'Flag as feedback',
};
