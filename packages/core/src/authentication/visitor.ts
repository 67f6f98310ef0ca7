/** What WorkOS may be told about the person's device, for its logs and for Radar. */
export interface Visitor {
  readonly ipAddress?: string | undefined
  readonly userAgent?: string | undefined
  readonly deviceId?: string | undefined
}

/** The visitor as the wire names it. */
export function visitorOf({ ipAddress, userAgent, deviceId }: Visitor) {
  return { ip_address: ipAddress, user_agent: userAgent, device_id: deviceId }
}
