/** What sets up a connection or a directory: with whom, and called what. */
export const SetUpForm = (props: {
  to: string
  label: string
  providers: readonly (readonly [type: string, name: string])[]
  submit: string
}) => (
  <form method="post" action={props.to} class="portal-form">
    <div class="field">
      <label for="type">{props.label}</label>
      <select id="type" name="type">
        {props.providers.map(([type, name]) => (
          <option value={type} key={type}>
            {name}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <label for="name">Name</label>
      <input id="name" name="name" autocomplete="off" placeholder="Okta" />
    </div>
    <button class="button" type="submit">
      {props.submit}
    </button>
  </form>
)
