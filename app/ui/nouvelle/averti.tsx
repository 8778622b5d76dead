import { useEffect, useRef } from 'react'
import { useDirect } from '#ui/kit/direct/etat'
import { useEnvoi, useLecture } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/nouvelle/nouvelles.module.css'

const LIEU: Partial<Record<string, string>> = { dossier: 'ce dossier', 'pre-projet': 'cette fiche' }

/** Whether the officer is told of what others do on the dossier or the fiche they have before their eyes, and the way to change that, which has the focus. */
export function Averti() {
  const [objet = '', id = ''] = useDirect('montre')?.sujet.split(':') ?? []
  const lieu = LIEU[objet]
  return lieu && id ? <DuSujet key={id} {...{ objet, id, lieu }} /> : null
}

function DuSujet({ objet, id, lieu }: { objet: string; id: string; lieu: string }) {
  const { load, data } = useLecture<{ averti: boolean }>()
  const envoi = useEnvoi({ nom: 'averti', objet: id })
  const bouton = useRef<HTMLButtonElement>(null)
  const la = data !== undefined
  useEffect(() => load(`/nouvelles/averti?objet=${objet}&id=${id}`), [load, objet, id])
  useEffect(() => bouton.current?.focus(), [la])
  if (!data) return null
  const { averti } = data
  return (
    <Formulaire envoi={envoi} action="/nouvelles/averti" className={css.averti}>
      <input type="hidden" name="objet" value={objet} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="voulu" value={String(!averti)} />
      <span>
        {averti
          ? `Vous êtes averti de ce que d’autres font sur ${lieu}.`
          : `Vous n’êtes pas averti de ce que d’autres font sur ${lieu}.`}
      </span>
      <button type="submit" ref={bouton} disabled={envoi.state !== 'idle'}>
        {averti ? 'Ne plus m’avertir' : 'M’avertir'}
      </button>
    </Formulaire>
  )
}
