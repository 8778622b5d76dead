import { Box, Button } from '@mui/material'
import { lazy, Suspense } from 'react'
import { formatMontant, formatNombre, type Montant } from '#domain/budget/montant'
import { type Bilan, type EtatBilan, MOTIF_BILAN_MAX, VERDICTS_BILAN } from '#domain/suite-accord/bilan-de-projet'
import { formatJour } from '#domain/temps/jour'
import { phraseRetourDesSuites } from '#libelles/journal/retours-suites'
import { LIBELLE_ETAT_BILAN, LIBELLE_VERDICT_BILAN } from '#libelles/suite-accord/bilan-de-projet'
import { formatInstant } from '#libelles/temps'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, FormErreur, type Reponse, useFoyerDuRefus } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import type { PrevuDuBilan, VersionRendueLue } from '#ui/suite-accord/bilans-rendus'
import { JourDit, Reprise } from '#ui/suite-accord/jour-dit'

/** What a structure gave comes with the first dossier of which something was given. */
const BilansRendus = lazy(() =>
  venir(() => import('#ui/suite-accord/bilans-rendus').then(({ BilansRendus }) => ({ default: BilansRendus }))),
)

export type BilanLu = Bilan & {
  etat: EtatBilan
  motif: string
  depenseCents: Montant | null
  aRendreCents: Montant | null
  coutTotalCents: Montant | null
  surLExtranet: boolean
  verseCents: Montant
  prevu: PrevuDuBilan
  rendus: readonly VersionRendueLue[]
  jugeLe: Date | null
  jugePar: { prenom: string; nom: string } | null
}

type Props = { action: string; version: number; bilan: BilanLu; peut: boolean }

/** Where the bilan stands, what was thought of it, what it makes to give back; and the next thing to say of it. */
export function BilanDossier({ action, version, bilan, peut }: Props) {
  const { etat, duLe, recuLe, verdict } = bilan
  const reception = useEnvoi<Reponse>({ nom: 'bilanRecu', objet: action })
  const reprise = useEnvoi<Reponse>({ nom: 'bilanRepris', objet: action })
  const montee = useMontee()
  const attendu = recuLe === null || verdict === 'A_COMPLETER'
  return (
    <>
      <p>
        <strong>{LIBELLE_ETAT_BILAN[etat]}</strong>. À envoyer au plus tard le {formatJour(duLe)}
        {recuLe && `\u00a0; reçu le ${formatJour(recuLe)}`}.
      </p>
      <Juge bilan={bilan} />
      {montee && bilan.rendus.length > 0 && (
        <Suspense>
          <BilansRendus {...bilan} action={action} />
        </Suspense>
      )}
      {peut && attendu && (
        <JourDit
          {...{ action, version }}
          envoi={reception}
          titre="Bilan reçu"
          intent="recevoir"
          champ={{ label: 'Jour où le bilan est arrivé', aide: phraseRetourDesSuites('recevoirBilan') }}
          variante="outlined"
          bouton="Dire le bilan reçu"
        />
      )}
      {peut && recuLe && (
        <details open={verdict === null}>
          <summary>{verdict === null ? 'Examiner ce bilan' : 'Examiner de nouveau ce bilan'}</summary>
          <Examiner {...{ action, version }} key={version} bilan={bilan} />
        </details>
      )}
      {peut && recuLe && (
        <Reprise
          {...{ action, version }}
          envoi={reprise}
          titre="Reprendre la réception du bilan"
          intent="reprendre"
          bouton="Reprendre cette réception"
        />
      )}
    </>
  )
}

/** What was thought of it, by whom, and what is to be given back: asked for by an officer, then recorded as a reversement. */
function Juge({ bilan }: Pick<Props, 'bilan'>) {
  const { verdict, motif, depenseCents, aRendreCents, coutTotalCents, jugeLe, jugePar } = bilan
  if (!verdict || !jugeLe || !jugePar) return null
  return (
    <>
      <p>
        {LIBELLE_VERDICT_BILAN[verdict]}, selon {jugePar.prenom} {jugePar.nom} le {formatInstant(jugeLe)}.
        {depenseCents !== null &&
          ` Dépensé\u00a0: ${formatMontant(depenseCents)}${coutTotalCents === null ? '' : `\u00a0; prévu\u00a0: ${formatMontant(coutTotalCents)}`}.`}
      </p>
      {motif && (
        <Box component="p" sx={{ whiteSpace: 'pre-wrap' }}>
          {motif}
        </Box>
      )}
      {aRendreCents !== null && aRendreCents > 0n && (
        <Box component="p" sx={{ color: 'var(--mui-palette-ton-alerte)' }}>
          À rendre{'\u00a0'}: {formatMontant(aRendreCents)}, la subvention suivant ce qui a été dépensé. Un responsable
          le demande à la structure, plus bas.
        </Box>
      )}
    </>
  )
}

const COURRIEL_DIT =
  'À compléter, un courriel le dit à la structure cinq minutes plus tard\u00a0: d’ici là, examinez-le de nouveau pour le reprendre. Conforme, aucun courriel ne part.'

const MOTIF_LU =
  'S’il est à compléter. La structure le lit dans son courriel, et sur l’extranet où elle complète son bilan.'

type PropsForm = Pick<Props, 'action' | 'version' | 'bilan'>

function Examiner({ action, version, bilan: { rendus, surLExtranet } }: PropsForm) {
  const [rendu] = rendus
  const envoi = useEnvoi<Reponse>({ nom: 'bilanExamine', objet: action })
  const form = useFoyerDuRefus(envoi.data)
  const champ = (nom: string, aide: string) => {
    const phrase = erreurDe(envoi.data, nom)
    return { id: `bilan-${nom}`, name: nom, error: Boolean(phrase), helperText: phrase ?? aide }
  }
  return (
    <Formulaire envoi={envoi} action={action} ref={form} noValidate aria-label="Examiner le bilan">
      <input type="hidden" name="version" value={version} />
      <Box sx={{ display: 'grid', gap: 1.5, maxWidth: 560, mt: 1 }}>
        <FormErreur reponse={envoi.data} champs={['verdict', 'depense', 'motif']} />
        <ChampChoix label="Ce bilan est" defaultValue="CONFORME" {...champ('verdict', COURRIEL_DIT)}>
          {VERDICTS_BILAN.map((verdict) => (
            <option key={verdict} value={verdict}>
              {LIBELLE_VERDICT_BILAN[verdict]}
            </option>
          ))}
        </ChampChoix>
        <ChampTexte
          label="Dépensé réellement (€)"
          defaultValue={rendu ? formatNombre(rendu.depenseCents) : undefined}
          html={{ inputMode: 'decimal' }}
          {...champ('depense', 'S’il est conforme. Ce qui est à rendre en est calculé.')}
        />
        <ChampTexte
          label="Ce qui est à compléter"
          multiline
          minRows={2}
          maxRows={10}
          html={{ maxLength: MOTIF_BILAN_MAX }}
          {...champ('motif', surLExtranet ? MOTIF_LU : 'S’il est à compléter. La structure le lit dans son courriel.')}
        />
        <div>
          <Button type="submit" name="intent" value="juger" variant="contained" disabled={envoi.state !== 'idle'}>
            Enregistrer cet examen
          </Button>
        </div>
      </Box>
    </Formulaire>
  )
}
