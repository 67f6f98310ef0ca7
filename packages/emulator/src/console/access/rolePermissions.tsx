import type { Environment } from '../../environment.ts'
import { Form } from '../frame/form.tsx'
import { Checks, Fold, Send } from '../frame/inputs.tsx'

/** The permissions that a role may have, to be ticked. */
export const PermissionChecks = (props: {
  environment: Environment
  legend: string
  values: readonly string[]
}) => (
  <Checks
    name="permissions"
    legend={props.legend}
    values={props.values}
    options={props.environment.store.permissions
      .all()
      .map(({ slug, name }) => ({ value: slug, label: name, note: slug }))}
  />
)

/** What a role allows, to be changed. */
export const ChangePermissions = (props: {
  to: string
  environment: Environment
  role: { name: string; permissions: readonly string[] }
}) => (
  <Fold summary="Change" form={props.to}>
    <Form to={props.to} label={`Permissions of ${props.role.name}`}>
      <PermissionChecks
        environment={props.environment}
        legend={`Permissions of ${props.role.name}`}
        values={props.role.permissions}
      />
      <Send>Set the permissions</Send>
    </Form>
  </Fold>
)
