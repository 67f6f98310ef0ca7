import type { Hono } from 'hono'
import { Refusal } from '../../administration/refusal.ts'
import { resetEnvironment } from '../../control/resetEnvironment.ts'
import type { AppEnv } from '../../environment.ts'
import { Ago } from '../../ui/ago.tsx'
import { Empty, Id, Live, Table } from '../../ui/pieces.tsx'
import { type Page, serveAction } from '../frame/action.ts'
import { Act, Deletion } from '../frame/form.tsx'
import { showPage } from '../frame/page.tsx'

/** Moments that can be gone back to. */
export function serveSnapshotsPage(app: Hono<AppEnv>): void {
  app.get('/snapshots', (context) => showSnapshots(context))
  const page = showSnapshots

  serveAction(app, 'snapshots', {
    page,
    run: ({ environment }) => {
      environment.snapshots.take()
      return { to: 'snapshots', notice: 'This moment is kept.' }
    },
  })
  serveAction(app, 'snapshots/:snapshot/restore', {
    page,
    run: ({ environment, param }) => {
      try {
        environment.snapshots.restore(param('snapshot'))
      } catch (error) {
        throw error instanceof RangeError ? new Refusal(error.message) : error
      }
      return { to: 'snapshots', notice: 'Everything is as it was then, the clock included.' }
    },
  })
  serveAction(app, 'snapshots/:snapshot/delete', {
    page,
    run: ({ environment, param }) => {
      environment.snapshots.delete(param('snapshot'))
      return { to: 'snapshots', notice: 'The snapshot is forgotten.' }
    },
  })
  serveAction(app, 'reset', {
    page,
    run: ({ environment }) => {
      resetEnvironment(environment)
      return { to: 'snapshots', notice: 'Everything is as the seed says.' }
    },
  })
}

const showSnapshots: Page = (context, attempt) => {
  const { snapshots } = context.var.environment
  const kept = snapshots.list().toReversed()
  return showPage(context, {
    room: 'Snapshots',
    summary: 'Moments that everything can go back to, as long as the emulator runs.',
    attempt,
    action: <Act to="snapshots">Take a snapshot</Act>,
    body: (
      <>
        <Live id="snapshots">
          {kept.length === 0 ? (
            <Empty title="No moment is kept yet">
              Take one before you try something, and go back to it as often as you like.
            </Empty>
          ) : (
            <Table
              caption="Snapshots"
              columns={[{ name: 'Snapshot' }, { name: 'Taken' }, { name: 'Actions', hidden: true }]}
            >
              {kept.map(({ id, createdAt }) => (
                <tr data-key={id} key={id}>
                  <td>
                    <Id>{id}</Id>
                  </td>
                  <td class="muted">
                    <Ago time={createdAt} now={context.var.environment.clock.now()} />
                  </td>
                  <td class="acts">
                    <Act to={`snapshots/${id}/restore`} label={`Go back to ${id}`}>
                      Go back
                    </Act>
                    <Act to={`snapshots/${id}/delete`} label={`Forget ${id}`} danger>
                      Forget
                    </Act>
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Live>
        <Deletion
          to="reset"
          what="Back to the seed"
          warning="Whatever was done since is gone, except for snapshots and signing keys. Faults and the clock go back too."
          button="Begin again"
        />
      </>
    ),
  })
}
