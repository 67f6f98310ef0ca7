import type { DirectoryGroupRecord, DirectoryUserRecord } from '../../store/resourceRecords.ts'
import { Badge, Empty, Section, Table } from '../../ui/pieces.tsx'
import { Act, Form } from '../frame/form.tsx'
import { Fold, Input, Select, Send } from '../frame/inputs.tsx'
import { PersonFields } from '../users/personFields.tsx'

type Groups = readonly DirectoryGroupRecord[]

/** The people of a directory, to be added, changed and deleted. */
export function DirectoryPeople(props: {
  /** The directory's own path. */
  to: string
  people: readonly DirectoryUserRecord[]
  groups: Groups
}) {
  const { groups, people } = props
  const to = `${props.to}/people`
  return (
    <Section
      title="People"
      action={
        <Fold summary="Add somebody" form={to}>
          <Person to={to} groups={groups} />
        </Fold>
      }
    >
      {people.length === 0 ? (
        <Empty title="Nobody is in it yet">Add somebody, and dsync.user.created is sent.</Empty>
      ) : (
        <Table
          caption="People"
          columns={[
            { name: 'Name' },
            { name: 'Groups' },
            { name: 'State', wide: true },
            { name: 'Actions', hidden: true },
          ]}
        >
          {people.map((person) => (
            <tr data-key={person.id} key={person.id}>
              <td>
                {person.name ?? person.email}
                <span class="under">{person.email}</span>
              </td>
              <td>
                {namesOf(person, groups).join(', ') || <span class="muted">none</span>}
                <Fold summary="Change" form={`${to}/${person.id}`}>
                  <Person to={`${to}/${person.id}`} groups={groups} person={person} />
                </Fold>
              </td>
              <td class="wide">
                <Badge tone={person.state === 'active' ? 'good' : 'warn'}>{person.state}</Badge>
              </td>
              <td class="acts">
                <Act to={`${to}/${person.id}/delete`} label={`Delete ${person.email}`} danger>
                  Delete
                </Act>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}

function Person(props: { to: string; groups: Groups; person?: DirectoryUserRecord }) {
  const { to, groups, person } = props
  const within = person?.id ?? 'new'
  return (
    <Form to={to} label={person ? `Change ${person.email}` : 'Add somebody'}>
      <PersonFields within={within} person={person} />
      <Input
        name="groups"
        label="Groups"
        within={within}
        value={person ? namesOf(person, groups).join(', ') : ''}
        hint="With commas between. New ones are made."
      />
      <Select
        name="state"
        label="State"
        within={within}
        value={person?.state ?? 'active'}
        options={['active', 'suspended', 'inactive'].map((value) => ({ value, label: value }))}
      />
      <Send>{person ? 'Save' : 'Add'}</Send>
    </Form>
  )
}

const namesOf = ({ group_ids }: DirectoryUserRecord, groups: Groups): string[] =>
  groups.filter(({ id }) => group_ids.includes(id)).map(({ name }) => name)
