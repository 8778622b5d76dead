import { Box, Typography } from '@mui/material'
import { lazy, Suspense } from 'react'
import { type Montant, formatMontant } from '#domain/budget/montant'
import type { Accord, EtatConvention } from '#domain/suite-accord/accord'
import type { AnnonceDeVersement } from '#domain/suite-accord/versement-dit'
import { formatJour } from '#domain/temps/jour'
import { BilanDossier, type BilanLu } from '#ui/suite-accord/bilan-dossier'
import { ConventionDossier } from '#ui/suite-accord/convention-dossier'
import type { ReversementsDuDossier } from '#ui/suite-accord/reversement-dossier'
import { type VersementLu, VersementsListe } from '#ui/suite-accord/versements-liste'
import { ENCADRE } from '#ui/kit/encadre'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'

/** What is asked back comes with the first dossier of which something is to be given back. */
const ReversementDossier = lazy(() =>
  venir(() => import('#ui/suite-accord/reversement-dossier').then(({ ReversementDossier: lue }) => ({ default: lue }))),
)

/** What is hidden until it is opened comes once the page is at rest. */
const VersementForm = lazy(() =>
  venir(() => import('#ui/suite-accord/versement-form').then(({ VersementForm: lue }) => ({ default: lue }))),
)

export type PropsSuites = {
  suites: {
    version: number
    accord: (Accord & { etatConvention: EtatConvention; verseCents: Montant; resteCents: Montant }) | null
    versements: VersementLu[]
    annonce: AnnonceDeVersement
    bilan: BilanLu | null
  }
  reversements: ReversementsDuDossier
  adresse: string
  peutVerser: boolean
  peutSigner: boolean
}

const CADRE = { ...ENCADRE, maxWidth: 820 } as const

/** What follows a grant: its convention, its bilan, what was paid of it and what is left. */
export function SuitesDossier({ suites, reversements, adresse, peutVerser, peutSigner }: PropsSuites) {
  const { version, accord, versements, bilan } = suites
  const montee = useMontee()
  if (!accord)
    return (
      <Typography>
        Rien à suivre{'\u00a0'}: aucune subvention n’est accordée à ce dossier. Ce qui est versé se note ici une fois la
        décision prise.
      </Typography>
    )
  const action = `${adresse}/suites`
  return (
    <>
      <Box component="section" aria-labelledby="titre-convention" sx={CADRE}>
        <Typography id="titre-convention" variant="h2" sx={{ fontSize: '1rem' }}>
          Convention
        </Typography>
        <ConventionDossier
          {...{ action, version }}
          etat={accord.etatConvention}
          signeeLe={accord.convention.signeeLe}
          peut={peutSigner && !accord.reprenable}
          papier={`${adresse}/convention`}
        />
      </Box>
      {bilan && (
        <Box component="section" aria-labelledby="titre-bilan" sx={CADRE}>
          <Typography id="titre-bilan" variant="h2" sx={{ fontSize: '1rem' }}>
            Bilan
          </Typography>
          <BilanDossier {...{ version, bilan }} action={`${adresse}/bilan`} peut={peutSigner && !accord.reprenable} />
        </Box>
      )}
      {(reversements.peutSeDemander || reversements.demandes.length > 0) && (
        <Box component="section" aria-labelledby="titre-reversement" sx={CADRE}>
          <Typography id="titre-reversement" variant="h2" sx={{ fontSize: '1rem' }}>
            Reversement
          </Typography>
          {montee && (
            <Suspense>
              <ReversementDossier {...{ version, reversements }} action={`${adresse}/reversement`} peut={peutVerser} />
            </Suspense>
          )}
        </Box>
      )}
      <Box component="section" aria-labelledby="titre-versements" sx={CADRE}>
        <Typography id="titre-versements" variant="h2" sx={{ fontSize: '1rem' }}>
          Versements
        </Typography>
        <Chiffres {...accord} />
        <VersementsListe {...{ action, version, versements }} peut={peutVerser} />
        {accord.reprenable && (
          <p>La décision peut encore être reprise{'\u00a0'}: les versements se notent une fois son courriel parti.</p>
        )}
        {!peutVerser && <p>Seul un responsable enregistre un versement.</p>}
        {peutVerser && !accord.reprenable && (
          <details>
            <summary>Enregistrer un versement</summary>
            {montee && (
              <Suspense>
                <VersementForm key={version} {...{ action, version }} annonce={suites.annonce} />
              </Suspense>
            )}
          </details>
        )}
      </Box>
    </>
  )
}

/** What was voted, what is paid of it, what is left, and from when it may be paid. */
function Chiffres({
  montantCents,
  verseCents,
  resteCents,
  payableDes,
}: Pick<NonNullable<PropsSuites['suites']['accord']>, 'montantCents' | 'verseCents' | 'resteCents' | 'payableDes'>) {
  const lignes = [
    ['Voté', formatMontant(montantCents)],
    ['Payé', formatMontant(verseCents)],
    ['Reste', formatMontant(resteCents)],
    ['Payable depuis le', formatJour(payableDes)],
  ] as const
  return (
    <Box component="dl" sx={{ m: 0, mt: 1, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}>
      {lignes.map(([nom, valeur]) => (
        <Box key={nom}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.875rem' }}>
            {nom}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
            {valeur}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
