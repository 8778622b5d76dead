import { Onglets } from '#ui/kit/onglets'
import { type ReactNode, useMemo, useState } from 'react'
import type { ChampsEnregistres } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ, type RubriqueNonReconnue } from '#domain/pre-projet/fiche'
import type { Verification } from '#domain/pre-projet/verifications'
import type { EtatPreProjet } from '#domain/pre-projet/etat'
import { FicheChamps } from '#ui/pre-projet/fiche-champs'
import { type CourrielRecu, FicheOriginal, luDe, premiereVue, vueDe } from '#ui/pre-projet/original/fiche-original'
import { FicheInstruction } from '#ui/pre-projet/fiche-instruction'
import type { InstructionProps } from '#ui/pre-projet/fiche-instruction-ouverte'
import { FicheReclasser } from '#ui/pre-projet/fiche-reclasser'
import { type DejaRecu, FicheVerifications } from '#ui/pre-projet/fiche-verifications'
import { RaccourcisAide } from '#ui/kit/raccourcis/raccourcis-aide'
import { useTouches } from '#ui/kit/acte/touches'
import css from '#ui/pre-projet/fiche-ecran.module.css'

export const TOUCHES_FICHE = [
  ['S', 'champ suivant à relire'],
  ['P', 'champ précédent à relire'],
  ['C', 'confirmer le champ'],
  ['M', 'modifier le champ'],
  ['Entrée', 'confirmer ce qui est saisi et passer au suivant (Ctrl + Entrée dans un long texte)'],
  ['Échap', 'quitter la saisie'],
  ['I', 'reprendre les indices de la grille'],
  ['G', 'question suivante sans réponse'],
  ['O', 'oui à la question, puis la suivante'],
  ['N', 'non à la question, puis la suivante'],
  ['A', 'à préciser, puis la suivante'],
  ['R', 'relire la réponse et l’envoyer'],
  ['←', 'fiche précédente de la liste'],
  ['→', 'fiche suivante de la liste'],
  ['A', 'la cloche\u00a0: ce qui est arrivé, et être averti ou non de la fiche'],
  ['?', 'cette aide'],
  ['Page préc. / Page suiv.', 'tourner les pages d’un document'],
] as const

type Fiche = {
  id: string
  version: number
  etat: EtatPreProjet
  instruction: InstructionProps['instruction']
  courriels: CourrielRecu[]
  champs: ChampsEnregistres
  aRelire: Champ[]
  surs: Champ[]
  nonReconnues: RubriqueNonReconnue[]
  verifications: Verification[]
  dejaRecu: DejaRecu
}

type Props = {
  fiche: Fiche
  peut: boolean
  /** Whether single letters act, and how to change it. */
  touches: [boolean, (actifs: boolean) => void]
  /** What follows: the avis, the thread, the history. */
  children: ReactNode
}

/** The original, what was read of it and its instruction side by side; on a narrow screen the original or the rest. */
export function FicheEcran({ fiche, peut, touches, children }: Props) {
  const { id, version, courriels, champs, aRelire, surs, nonReconnues, verifications, dejaRecu } = fiche
  const [actifs, setActifs] = touches
  const [aide, setAide] = useState(false)
  const [moitie, setMoitie] = useState<'original' | 'fiche'>('fiche')
  const [regarde, setRegarde] = useState<Champ | null>(aRelire[0] ?? null)
  const [vue, setVue] = useState(() => {
    const dabord = [...aRelire, ...CHAMPS].flatMap((champ) => champs[champ]?.source?.fichier ?? [])
    return premiereVue(courriels, dabord)
  })
  const garde = regarde ? champs[regarde] : undefined
  const lu = useMemo(() => luDe(garde), [garde])
  const regarder = (champ: Champ) => {
    const fichier = champs[champ]?.source?.fichier
    const lue = fichier === undefined ? null : vueDe(courriels, fichier)
    if (lue) setVue(lue)
    setRegarde(champ)
  }
  const voir = (champ: Champ) => {
    regarder(champ)
    setMoitie('original')
  }
  useTouches(actifs, { '?': () => setAide(true) })
  const surOriginal = moitie === 'original' ? css.autreMoitie : ''
  return (
    <>
      <div className={css.moities}>
        <Onglets
          nom="Original et fiche"
          choisi={moitie}
          onChoisir={setMoitie}
          egaux
          sx={{ mb: 2 }}
          onglets={[
            { valeur: 'original', texte: 'Original' },
            { valeur: 'fiche', texte: aRelire.length > 0 ? `Fiche (${aRelire.length} à relire)` : 'Fiche' },
          ]}
        />
      </div>
      <div className={css.ecran}>
        <div className={moitie === 'original' ? `${css.original} ${css.choisi}` : css.original}>
          <FicheOriginal
            adresse={`/pre-projets/${id}`}
            {...{ courriels, vue }}
            onVue={setVue}
            lu={lu}
            actes={(courriel) => peut && <FicheReclasser adresse={`/pre-projets/${id}`} courriel={courriel} />}
          />
        </div>
        <div className={`${css.faits} ${surOriginal}`}>
          <FicheVerifications {...{ verifications, dejaRecu }} />
          <FicheChamps
            {...{ champs, aRelire, surs, nonReconnues, version, peut, verifications }}
            touches={actifs}
            onRegarder={regarder}
            onVoir={voir}
          >
            <RaccourcisAide
              touches={TOUCHES_FICHE}
              {...{ actifs }}
              onActifs={setActifs}
              ouverte={aide}
              onOuverte={setAide}
            />
          </FicheChamps>
        </div>
        <div className={`${css.instruction} ${surOriginal}`}>
          <FicheInstruction
            {...{ id, version, peut }}
            etat={fiche.etat}
            instruction={fiche.instruction}
            touches={actifs}
          />
        </div>
        <div className={`${css.suite} ${surOriginal}`}>{children}</div>
      </div>
    </>
  )
}
