import { featureFlags } from '@latchkey/core/contract'
import type { Hono } from 'hono'
import { callApi } from '../../administration/callApi.ts'
import { Refusal } from '../../administration/refusal.ts'
import { isoTime, recordedNow } from '../../clock.ts'
import type { AppEnv, Environment } from '../../environment.ts'
import { newId } from '../../store/id.ts'
import type { FeatureFlagRecord } from '../../store/resourceRecords.ts'
import { Badge, Empty, Live, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act, Deletion, Form } from '../frame/form.tsx'
import { Check, Fold, Input, Send } from '../frame/inputs.tsx'
import { Link } from '../frame/link.tsx'
import { showPage } from '../frame/page.tsx'

/** Feature flags: made, switched, and aimed at everybody or at some. */
export function serveFlags(app: Hono<AppEnv>): void {
  app.get('/flags', (context) => showFlags(context))
  const page = showFlags

  serveAction(app, 'flags', {
    page,
    run: ({ environment, form }) => {
      const { store, clock } = environment
      const slug = form.required('slug', 'A slug')
      if (!/^[a-z0-9][a-z0-9:._-]*$/.test(slug)) {
        throw new Refusal('A slug has lower-case letters, digits and : . _ - only.')
      }
      if (findFlag(environment, slug)) throw new Refusal(`There is a flag ${slug} already.`)
      store.featureFlags.insert({
        object: 'feature_flag',
        id: newId('featureFlag', clock.now()),
        slug,
        name: form.text('name') || slug,
        description: form.text('description') || null,
        owner: null,
        tags: form.list('tags'),
        enabled: true,
        default_value: form.checked('everybody'),
        targets: [],
        ...recordedNow(clock),
      })
      return { to: 'flags', notice: `${slug} is a flag now.` }
    },
  })
  serveAction(app, 'flags/:slug/switch', {
    page,
    run: async ({ context, form, param }) => {
      const endpoint = form.text('to') === 'on' ? featureFlags.enable : featureFlags.disable
      await callApi(context, endpoint, { params: { slug: param('slug') } })
      return { to: 'flags', notice: 'Sessions have it from their next refresh.' }
    },
  })
  serveAction(app, 'flags/:slug/everybody', {
    page,
    run: ({ environment, form, param }) => {
      const { id } = requireFlag(environment, param('slug'))
      environment.store.featureFlags.update(id, {
        default_value: form.text('to') === 'on',
        updated_at: isoTime(environment.clock.now()),
      })
      return { to: 'flags', notice: 'Sessions have it from their next refresh.' }
    },
  })
  serveAction(app, 'flags/:slug/delete', {
    page,
    run: ({ environment, param }) => {
      environment.store.featureFlags.delete(requireFlag(environment, param('slug')).id)
      return { to: 'flags', notice: 'The flag is deleted.' }
    },
  })
}

const findFlag = ({ store }: Environment, slug: string): FeatureFlagRecord | undefined =>
  store.featureFlags.find((each) => each.slug === slug)

function requireFlag(environment: Environment, slug: string): FeatureFlagRecord {
  const flag = findFlag(environment, slug)
  if (!flag) throw new Refusal(`There is no flag ${slug}.`)
  return flag
}

const showFlags: Page = (context, attempt) => {
  const { environment } = context.var
  const flags = environment.store.featureFlags.all()
  return showPage(context, {
    room: 'Flags',
    summary: 'What is on, and for whom. Access tokens name the flags of their session.',
    attempt,
    body: (
      <>
        <div class="tools">
          <Fold summary="New flag" form="flags">
            <Form to="flags" label="New flag">
              <div class="pair">
                <Input name="name" label="Name" />
                <Input name="slug" label="Slug" mono required />
              </div>
              <Input name="description" label="Description" />
              <Input name="tags" label="Tags" hint="With commas between." />
              <Check name="everybody" label="On for everybody" />
              <Send>Make the flag</Send>
            </Form>
          </Fold>
        </div>
        <Live id="flags">
          {flags.length === 0 ? (
            <Empty title="No flags yet">Make one above, or in a seed.</Empty>
          ) : (
            <Table
              caption="Flags"
              columns={[
                { name: 'Flag' },
                { name: 'State' },
                { name: 'For whom' },
                { name: 'Actions', hidden: true },
              ]}
            >
              {flags.map((flag) => (
                <Flag environment={environment} flag={flag} key={flag.slug} />
              ))}
            </Table>
          )}
        </Live>
      </>
    ),
  })
}

function Flag({ environment, flag }: { environment: Environment; flag: FeatureFlagRecord }) {
  const { slug, name, description, enabled, default_value, tags } = flag
  return (
    <tr data-key={slug}>
      <td>
        {name}
        <span class="under mono">{[slug, ...tags.map((tag) => `#${tag}`)].join(' ')}</span>
        {description !== null && <span class="under">{description}</span>}
      </td>
      <td>
        <Badge tone={enabled ? 'good' : undefined}>{enabled ? 'on' : 'off'}</Badge>
      </td>
      <td>{default_value ? 'Everybody' : <Targets environment={environment} flag={flag} />}</td>
      <td class="acts">
        <Act
          to={`flags/${slug}/switch`}
          values={{ to: enabled ? 'off' : 'on' }}
          label={`Switch ${enabled ? 'off' : 'on'} ${name}`}
        >
          {enabled ? 'Switch off' : 'Switch on'}
        </Act>
        <Act
          to={`flags/${slug}/everybody`}
          values={{ to: default_value ? 'off' : 'on' }}
          label={`${default_value ? 'For some' : 'For everybody'}: ${name}`}
        >
          {default_value ? 'For some' : 'For everybody'}
        </Act>
        <Deletion
          to={`flags/${slug}/delete`}
          what="Delete"
          warning="Whoever has it loses it."
          button={`Delete ${name}`}
        />
      </td>
    </tr>
  )
}

function Targets({ environment, flag }: { environment: Environment; flag: FeatureFlagRecord }) {
  const { store } = environment
  const targets = flag.targets.flatMap((id) => {
    const organization = store.organizations.get(id)
    if (organization) return [{ id, name: organization.name, to: `organizations/${id}` }]
    const user = store.users.get(id)
    return user ? [{ id, name: user.name ?? user.email, to: `users/${id}` }] : []
  })
  if (targets.length === 0)
    return <span class="muted">nobody: give it on an organization’s page</span>
  return (
    <>
      {targets.map(({ id, name, to }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to={to}>{name}</Link>
        </span>
      ))}
    </>
  )
}
