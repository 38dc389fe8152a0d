/**
 * The floor: the least that a bot on our packages is. restify with its own body reader, botbuilder's CloudAdapter without
 * credentials (so nobody is authenticated, as in the playground), teams-ai's Application; each message is answered with one
 * text through the connector, each query of the compose box with an empty list, each other invoke with a card of the size that the
 * invoke asks for. Configured by `PORT`, on 127.0.0.1.
 */
import { Application } from '@microsoft/teams-ai';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';
import { z } from 'zod';

const Asked = z.object({ bytes: z.number() });

const contentType = 'application/vnd.microsoft.card.adaptive';
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
application.adaptiveCards.actionExecute(/./, async (context) => toCard(context.activity.value));
application.messageExtensions.fetchTask(/./, async (context) => ({
  title: 'Floor',
  card: { contentType, content: toCard(context.activity.value) },
}));

/** About as many bytes of JSON as asked for, in elements of the usual size. */
function toCard(value: unknown) {
  const { bytes } = Asked.parse(value);
  const element = { type: 'TextBlock', text: 'x'.repeat(60), wrap: true };
  const body = Array.from({ length: Math.ceil(bytes / JSON.stringify(element).length) }, () => element);
  return { type: 'AdaptiveCard' as const, version: '1.5', body };
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', ({ body, headers }, response, next) => {
  const turn = adapter.process({ body, headers, method: 'POST' }, response, async (context) => {
    await application.run(context);
  });
  void turn.finally(next);
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
