import { type ComponentProps, useRef } from 'react'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { useTouches } from '#ui/kit/acte/touches'
import { InstructionGrille } from '#ui/pre-projet/instruction-grille'
import { InstructionReponse } from '#ui/pre-projet/instruction-reponse'

type Grille = Pick<ComponentProps<typeof InstructionGrille>, 'questions' | 'indices'>
type Reponse = Pick<ComponentProps<typeof InstructionReponse>, 'suggere' | 'proposes' | 'redaction' | 'repondA'>

export type InstructionProps = {
  id: string
  version: number
  etat: EtatPreProjet
  peut: boolean
  /** Single letters act. */
  touches: boolean
  instruction: Grille & Reponse & { rendu: { le: Date } | null; attendent: readonly unknown[] }
}

const A_REPONDRE = '[data-question][data-sans-reponse]'
/** Those that no fact suggests an answer to: what is left once the hints are taken. */
const SANS_INDICE = `${A_REPONDRE}:not([data-indice])`

/** The questions and the reply, by the mouse or by single letters: an answer hands the focus to the next question, the last one to the reply. */
export function FicheInstructionOuverte({ id, version, etat, peut, touches, instruction }: InstructionProps) {
  const { questions, indices, rendu, attendent, ...reponse } = instruction
  const racine = useRef<HTMLDivElement>(null)
  /** The hints were taken, and may not be answered yet: their questions are no longer to be gone to. */
  const repris = useRef(false)
  const agit = peut && etat !== 'CLOS'
  const trouver = (quoi: string) => racine.current?.querySelector<HTMLElement>(quoi) ?? null
  const courante = () => {
    const question = document.activeElement?.closest<HTMLElement>('[data-question]')
    return question && racine.current?.contains(question) ? question : null
  }
  const aller = () => {
    const parmi = repris.current ? SANS_INDICE : A_REPONDRE
    const ici = courante()
    const toutes = [...(racine.current?.querySelectorAll<HTMLElement>(parmi) ?? [])].filter((une) => une !== ici)
    const apres = ici && toutes.find((une) => ici.compareDocumentPosition(une) & Node.DOCUMENT_POSITION_FOLLOWING)
    const suivante = apres ?? toutes[0]
    const cible = suivante ? suivante.querySelector<HTMLElement>('input') : trouver('[data-relire]')
    cible?.focus({ preventScroll: true })
    ;(suivante ?? cible)?.scrollIntoView({ block: 'nearest' })
  }
  const repondre = (reponse: string) => () => {
    const ici = courante()
    ici?.querySelector<HTMLElement>(`input[value="${reponse}"]`)?.click()
    aller()
  }
  useTouches(touches && agit, {
    i: () => {
      const bouton = trouver('form[data-formulaire="indices"] [type="submit"]')
      repris.current = bouton !== null
      bouton?.click()
      aller()
    },
    g: aller,
    o: repondre('OUI'),
    n: repondre('NON'),
    a: repondre('A_PRECISER'),
    r: () => trouver('[data-relire]')?.click(),
  })
  return (
    <div ref={racine}>
      <InstructionGrille
        {...{ questions, indices, version }}
        adresse={`/pre-projets/${id}/instruction/examen`}
        peut={agit}
        serree
      />
      {agit && (
        <InstructionReponse
          key={`${String(rendu?.le)} ${etat}`}
          {...{ id, version, ...reponse }}
          remplace={attendent.length > 0}
          serree
        />
      )}
    </div>
  )
}
