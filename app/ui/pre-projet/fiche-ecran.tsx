import { Box } from '@mui/material'
import { Onglets } from '#ui/kit/onglets'
import { type ReactNode, useMemo, useState } from 'react'
import type { ChampsEnregistres } from '#domain/pre-projet/champs'
import { CHAMPS, type Champ } from '#domain/pre-projet/fiche'
import type { Verification } from '#domain/pre-projet/verifications'
import { FicheChamps } from '#ui/pre-projet/fiche-champs'
import { type CourrielRecu, FicheOriginal, luDe, premiereVue, vueDe } from '#ui/pre-projet/fiche-original'
import { FicheReclasser } from '#ui/pre-projet/fiche-reclasser'
import { type DejaRecu, FicheVerifications } from '#ui/pre-projet/fiche-verifications'
import { RaccourcisAide } from '#ui/kit/raccourcis/raccourcis-aide'
import { useTouches } from '#ui/kit/acte/touches'

export const TOUCHES_FICHE = [
  ['S', 'champ suivant à relire'],
  ['P', 'champ précédent à relire'],
  ['C', 'confirmer le champ'],
  ['M', 'modifier le champ'],
  ['Entrée', 'confirmer ce qui est saisi et passer au suivant (Ctrl + Entrée dans un long texte)'],
  ['Échap', 'quitter la saisie'],
  ['←', 'fiche précédente de la liste'],
  ['→', 'fiche suivante de la liste'],
  ['?', 'cette aide'],
  ['Page préc. / Page suiv.', 'tourner les pages d’un document'],
] as const

type Fiche = {
  id: string
  version: number
  courriels: CourrielRecu[]
  champs: ChampsEnregistres
  aRelire: Champ[]
  surs: Champ[]
  verifications: Verification[]
  dejaRecu: DejaRecu
}

type Props = {
  fiche: Fiche
  peut: boolean
  /** Whether single letters act, and how to change it. */
  touches: [boolean, (actifs: boolean) => void]
  /** What follows the fields: the answer, the thread, the history. */
  children: ReactNode
}

/** The two halves of a fiche: the original on the left, what was read of it on the right; one at a time on a narrow screen. */
export function FicheEcran({ fiche, peut, touches, children }: Props) {
  const { id, version, courriels, champs, aRelire, surs, verifications, dejaRecu } = fiche
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
  const montree = (la: typeof moitie) => ({ display: { xs: moitie === la ? 'block' : 'none', lg: 'block' } })
  return (
    <>
      <Onglets
        nom="Original et fiche"
        choisi={moitie}
        onChoisir={setMoitie}
        egaux
        sx={{ display: { lg: 'none' }, mb: 2 }}
        onglets={[
          { valeur: 'original', texte: 'Original' },
          { valeur: 'fiche', texte: aRelire.length > 0 ? `Fiche (${aRelire.length} à relire)` : 'Fiche' },
        ]}
      />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' },
          gap: 4,
        }}
      >
        <Box sx={{ ...montree('original'), position: { lg: 'sticky' }, top: 8, alignSelf: 'start', minWidth: 0 }}>
          <FicheOriginal
            adresse={`/pre-projets/${id}`}
            {...{ courriels, vue }}
            onVue={setVue}
            lu={lu}
            actes={(courriel) => peut && <FicheReclasser adresse={`/pre-projets/${id}`} courriel={courriel} />}
          />
        </Box>
        <Box sx={{ ...montree('fiche'), minWidth: 0 }}>
          <FicheVerifications {...{ verifications, dejaRecu }} />
          <FicheChamps
            {...{ champs, aRelire, surs, version, peut, verifications }}
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
          {children}
        </Box>
      </Box>
    </>
  )
}
