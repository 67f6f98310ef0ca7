import Image from 'next/image'
import { initials, type Person } from '@/lib/person.ts'
import styles from './Avatar.module.css'

interface AvatarProps {
  person: Person
  /** Width and height in pixels. */
  size: number
}

/** The person's picture over their initials, which stay where there is none or it does not load. */
export function Avatar({ person, size }: AvatarProps) {
  return (
    <span className={styles.avatar} style={{ width: size, height: size, fontSize: size * 0.42 }}>
      <span aria-hidden="true">{initials(person)}</span>
      {person.profilePictureUrl !== null && (
        <Image
          src={person.profilePictureUrl}
          alt=""
          width={size}
          height={size}
          unoptimized
          referrerPolicy="no-referrer"
        />
      )}
    </span>
  )
}
