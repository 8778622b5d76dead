import { useRevalidator } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Etape } from '#domain/demande-en-ligne/etapes'
import type { PresentSurDemande } from '#domain/demande-en-ligne/presence'
import { phrasePresence } from '#libelles/demande-en-ligne/presence'
import { auRepos } from '#ui/kit/au-repos'

type Props = {
  id: string
  etape: Exclude<Etape, 'CERTIFICATION'>
  version: number
  autres: readonly PresentSurDemande[]
}

/**
 * Who else fills in this demande. What they wrote comes in the page while it is looked at; never on the last step, where what is certified is what was read. What
 * asks comes once the page is at rest.
 */
export function AutresPresents({ id, etape, version, autres }: Props) {
  const [vus, dire] = useState(autres)
  const { revalidate } = useRevalidator()
  useEffect(() => dire(autres), [autres])
  useEffect(() => {
    let finie = false
    let cesser = auRepos(() => {
      import('#ui/extranet/demande-en-ligne/saisie/suivre-presences').then(
        ({ suivrePresences }) => {
          if (finie) return
          cesser = suivrePresences({ id, etape }, (lue) => {
            dire(lue.autres)
            if (lue.version > version) revalidate()
          })
        },
        () => undefined,
      )
    })
    return () => {
      finie = true
      cesser()
    }
  }, [id, etape, version, revalidate])
  return <p role="status">{vus.map(phrasePresence).join(' ')}</p>
}
