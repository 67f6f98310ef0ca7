import { directories } from '@latchkey/core/contract'
import type { Context, Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { deleteGroup, groupNamed, savePerson } from '../../administration/directories.ts'
import { Refusal } from '../../administration/refusal.ts'
import { isEmail } from '../../authkit/form.ts'
import { PageError } from '../../authkit/pageError.ts'
import { isoTime } from '../../clock.ts'
import type { AppEnv } from '../../environment.ts'
import type { DirectoryRecord, DirectoryUserRecord } from '../../store/resourceRecords.ts'
import { Ago } from '../../ui/ago.tsx'
import { Badge, Facts, Id, Live, Section } from '../../ui/pieces.tsx'
import { type Action, type Page, serveAction } from '../frame/action.ts'
import { Act, Deletion, Form } from '../frame/form.tsx'
import { showPage } from '../frame/page.tsx'
import { DirectoryPeople } from './directoryPeople.tsx'

const states = ['active', 'suspended', 'inactive'] as const

/** One directory: its people and their groups. Each change is an event of directory sync. */
export function serveDirectoryPage(app: Hono<AppEnv>): void {
  app.get('/directories/:directory', (context) => showDirectory(context))
  const action = (path: string, run: Action) =>
    serveAction(app, `directories/:directory/${path}`, { page: showDirectory, run })
  const save: Action = ({ context, environment, form, param }) => {
    const directory = requireDirectory(context)
    const id = param('user')
    const email = form.required('email', 'An email address')
    if (!isEmail(email)) throw new Refusal('Enter an email address.')
    const twin = environment.store.directoryUsers.find(
      (each) =>
        each.directory_id === directory.id &&
        each.id !== id &&
        each.email?.toLowerCase() === email.toLowerCase(),
    )
    if (twin) throw new Refusal(`${email} is in the directory already.`)
    savePerson(environment, directory, {
      ...(id !== '' && { id }),
      email,
      firstName: form.text('first_name') || null,
      lastName: form.text('last_name') || null,
      state: states.find((state) => state === form.text('state')) ?? 'active',
      groups: form.list('groups'),
    })
    return { to: `directories/${directory.id}`, notice: `${email} is saved.` }
  }

  action('people', save)
  action('people/:user', save)
  action('people/:user/delete', ({ environment, param }) => {
    environment.store.directoryUsers.delete(param('user'))
    return { to: `directories/${param('directory')}`, notice: 'They are deleted.' }
  })
  action('groups', ({ context, environment, form }) => {
    const directory = requireDirectory(context)
    groupNamed(environment, directory, form.required('name', 'A name'))
    return { to: `directories/${directory.id}`, notice: 'The group is there.' }
  })
  action('groups/:group', ({ environment, form, param }) => {
    environment.store.directoryGroups.update(param('group'), {
      name: form.required('name', 'A name'),
      updated_at: isoTime(environment.clock.now()),
    })
    return { to: `directories/${param('directory')}`, notice: 'The group is renamed.' }
  })
  action('groups/:group/delete', ({ environment, param }) => {
    deleteGroup(environment, param('group'))
    return { to: `directories/${param('directory')}`, notice: 'The group is deleted.' }
  })
  action('delete', async ({ context }) => {
    const { id, organization_id } = requireDirectory(context)
    await callApi(context, directories.delete, { params: { id } })
    return { to: `organizations/${organization_id}`, notice: 'The directory is deleted.' }
  })
}

function requireDirectory(context: Context<AppEnv>): DirectoryRecord {
  const { store } = context.var.environment
  const directory = store.directories.get(context.req.param('directory') ?? '')
  const user = context.req.param('user')
  const group = context.req.param('group')
  const known =
    (user === undefined || store.directoryUsers.get(user)?.directory_id === directory?.id) &&
    (group === undefined || store.directoryGroups.get(group)?.directory_id === directory?.id)
  if (directory && known) return directory
  throw new PageError(404, { title: 'There is no such directory', text: 'It may be deleted.' })
}

const showDirectory: Page = (context, attempt) => {
  const directory = requireDirectory(context)
  const { store, clock } = context.var.environment
  const { id, name, type, state, organization_id, created_at } = directory
  const organization = store.organizations.get(organization_id)
  const isIts = (each: { directory_id: string }) => each.directory_id === id
  const groups = store.directoryGroups.filter(isIts)
  const people = store.directoryUsers.filter(isIts)
  const to = `directories/${id}`
  return showPage(context, {
    room: 'Organizations',
    title: name,
    summary: `Directory of ${organization?.name ?? 'an organization'}. Changes are sent as dsync events.`,
    parent: { to: `organizations/${organization_id}`, name: organization?.name ?? 'Organization' },
    attempt,
    body: (
      <div class="split">
        <Live id="people">
          <DirectoryPeople to={to} people={people} groups={groups} />
        </Live>
        <aside aria-label="About the directory">
          <Facts
            facts={[
              ['Id', <Id>{id}</Id>],
              ['Kind', type],
              ['State', <Badge tone={state === 'linked' ? 'good' : 'warn'}>{state}</Badge>],
              ['Made', <Ago time={created_at} now={clock.now()} />],
            ]}
          />
          <Section title="Groups">
            <ul class="list">
              {groups.map((group) => (
                <li data-key={group.id} key={group.id}>
                  <Form to={`${to}/groups/${group.id}`} class="inline grows">
                    <input
                      name="name"
                      value={group.name}
                      aria-label={`Name of the group ${group.name}`}
                      required
                    />
                    <button type="submit" class="small" aria-label={`Rename ${group.name}`}>
                      Rename
                    </button>
                  </Form>
                  <span class="acts">
                    <span class="muted">{membersOf(people, group.id)}</span>
                    <Act
                      to={`${to}/groups/${group.id}/delete`}
                      label={`Delete the group ${group.name}`}
                      danger
                    >
                      Delete
                    </Act>
                  </span>
                </li>
              ))}
            </ul>
            <Form to={`${to}/groups`} class="inline grows" label="New group">
              <input name="name" aria-label="Name of the new group" placeholder="Design" required />
              <button type="submit" class="small">
                Add a group
              </button>
            </Form>
          </Section>
          <Deletion
            to={`${to}/delete`}
            what="Delete the directory"
            warning="Its people and groups go with it, without events of their own."
            button={`Delete ${name}`}
          />
        </aside>
      </div>
    ),
  })
}

const membersOf = (people: DirectoryUserRecord[], groupId: string): number =>
  people.filter(({ group_ids }) => group_ids.includes(groupId)).length
