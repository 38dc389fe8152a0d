/**
 * The floor: the least that a bot on our packages is. restify with its own body reader, botbuilder's CloudAdapter without
 * credentials (so nobody is authenticated, as in the playground), teams-ai's Application; each message is answered with one
 * text through the connector, each query of the compose box with an empty list. Configured by `PORT`, on 127.0.0.1.
 */
import { Application } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const application = new Application({ startTypingTimer: false, removeRecipientMention: false });
application.activity('message', async (context) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
});
application.messageExtensions.query('useCases', async () => ({
  type: 'result',
  attachmentLayout: 'list',
  attachments: [],
}));

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', ({ body, headers }, response, next) => {
  const turn = adapter.process({ body, headers, method: 'POST' }, response, async (context) => {
    await application.run(context);
  });
  void turn.finally(next);
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
