import { type MouseEvent, useEffect, useState } from 'react'
import type { Divergence } from '#domain/demande-en-ligne/reunion'
import { formatHeure, formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { sortDe } from '#ui/kit/formulaire/envoi'
import type { Echec } from '#ui/kit/reprise/reprise'

type Enregistrement = {
  /** Of the sending: `submitting` until it is answered. */
  state: 'idle' | 'submitting' | 'loading'
  /** What is told of a sending that did not go. */
  echec: Echec | null
  /** What the last sending answered. */
  data: unknown
  le: Date | undefined
  /** When somebody last changed the demande, as the page says it, and who, where it is known. */
  changeLe: Date | null
  changePar?: string
}

/** In ms: who writes is told of a server that says nothing before two seconds have passed. */
const PATIENCE = 1800

/** True once a sending has waited for its answer for too long; it still waits. */
function useSilence(attend: boolean): boolean {
  const [long, dire] = useState(false)
  useEffect(() => {
    if (!attend) return
    const minuterie = setTimeout(() => dire(true), PATIENCE)
    return () => {
      clearTimeout(minuterie)
      dire(false)
    }
  }, [attend])
  return long
}

const SILENCE =
  'Pas encore enregistré\u00a0: le serveur ne répond pas. Vos mots sont gardés sur cet appareil et partiront dès qu’il répondra. Continuez, et laissez cette page ouverte.'

/**
 * Whether what is on the page is kept, and since when: the hour is that of the server. What is tried again by itself says the same until it is
 * answered, so that nobody who writes is told twice. The button is the form's own: to sign in again is asked, never imposed.
 */
export function EnregistrementDit(enregistrement: Enregistrement) {
  return (
    <p role="status">
      {etatDe(enregistrement, useSilence(enregistrement.state === 'submitting'))}
      {enregistrement.echec?.seReconnecter && (
        <button type="submit" className={css.lien}>
          Se reconnecter
        </button>
      )}
    </p>
  )
}

function etatDe({ state, echec, data, le, changeLe, changePar }: Enregistrement, silence: boolean): string {
  if (echec) return echec.phrase
  if (silence) return SILENCE
  if (state !== 'idle') return 'Enregistrement…'
  if (data !== undefined && sortDe(data) === 'REFUSE') return 'Pas enregistré.'
  if (le && !(changeLe && changeLe > le)) return `Enregistré à ${formatHeure(le)}.`
  return changeLe
    ? `Dernier enregistrement\u00a0: ${formatInstant(changeLe)}${changePar ? `, par ${changePar}` : ''}.`
    : ''
}

type Choix<C extends string> = {
  divergence: Divergence<C>
  /** How the page names the field. */
  question: string
  choisir: (divergence: Divergence<C>, laquelle: 'MIENNE' | 'LEUR') => void
}

/** Which of two answers, where two people gave one each: both are kept until it is said. Without a script it is said by sending. */
export function ChoixDeReponse<C extends string>({ divergence, question, choisir }: Choix<C>) {
  const garder = (laquelle: 'MIENNE' | 'LEUR') => (event: MouseEvent) => {
    event.preventDefault()
    choisir(divergence, laquelle)
  }
  return (
    <p className={css.divergence}>
      <button type="submit" className={css.lien} onClick={garder('MIENNE')}>
        Garder la mienne ({question})
      </button>
      <button
        type="submit"
        className={css.lien}
        name="prendre"
        value={`${divergence.champ}=${divergence.leur}`}
        onClick={garder('LEUR')}
      >
        Reprendre {divergence.qui === '' ? 'l’autre' : 'la sienne'} ({question})
      </button>
    </p>
  )
}

/** An amount as it will be taken, in the place of the one that was typed. */
export const PrendreLeMontant = ({ champ, montant }: { champ: string; montant: string }) => (
  <p className={css.divergence}>
    <button type="submit" className={css.lien} name="prendre" value={`${champ}=${montant}`}>
      Prendre {montant}
    </button>
  </p>
)

/** What the Enter key of a field presses: it keeps what is typed, and goes nowhere. First of its form, shown to nobody. */
export const BoutonParDefaut = (nomme: { name?: string; value?: string }) => (
  <button type="submit" hidden tabIndex={-1} {...nomme}>
    Enregistrer
  </button>
)
