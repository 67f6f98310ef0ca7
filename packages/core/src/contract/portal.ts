import * as z from 'zod'
import { endpoint } from './endpoint.ts'

/** The Admin Portal. @see https://workos.com/docs/reference/admin-portal */
export const portal = {
  generateLink: endpoint({
    method: 'POST',
    path: '/portal/generate_link',
    success: 201,
    body: z.object({
      return_url: z.string().optional(),
      success_url: z.string().optional(),
      organization: z.string(),
      intent: z
        .enum([
          'sso',
          'dsync',
          'audit_logs',
          'log_streams',
          'domain_verification',
          'certificate_renewal',
          'bring_your_own_key',
        ])
        .optional(),
      it_contact_emails: z.array(z.string()).max(20).optional(),
    }),
    result: z.object({ link: z.string() }),
  }),
}
