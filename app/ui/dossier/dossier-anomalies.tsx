import { Bandeau } from '#ui/kit/bandeau'
import { Box, Link as MuiLink } from '@mui/material'
import { compter } from '#domain/nombre'
import { formatInstant } from '#libelles/temps'

export type Anomalie = { colonne: string; motif: string; valeur: string; champ: string | null }

/** Where the synthèse shows a field, so that an anomalie leads to it. */
export const ancreDe = (champ: string) => `champ-${champ}`

type Props = {
  anomalies: Anomalie[]
  disparuLe: Date | null
  /** Its departure comes before the decision of its séance, in words; null when it does not. */
  depart: string | null
}

/** What is wrong in the form, on top of it: each leads to its field. A dossier gone from the last listing, or that leaves too soon, says so too. */
export function DossierAnomalies({ anomalies, disparuLe, depart }: Props) {
  if (anomalies.length === 0 && !disparuLe && !depart) return null
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 2 }} id="anomalies">
      {disparuLe && (
        <Bandeau severity="warning">
          Ce dossier est absent du dernier import d’e-partenaire ({formatInstant(disparuLe)}). Rien n’a été effacé
          {'\u00a0'}: vérifiez sur le portail s’il a été retiré.
        </Bandeau>
      )}
      {depart && <Bandeau severity="warning">{depart}</Bandeau>}
      {anomalies.length > 0 && (
        <Bandeau severity="warning">
          {compter(anomalies.length, 'anomalie a été relevée', 'anomalies ont été relevées')} à l’import. Le dossier a
          été repris tel que le portail le donne.
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {anomalies.map(({ colonne, motif, valeur, champ }) => (
              <li key={colonne + motif}>
                {champ ? (
                  <MuiLink href={`#${ancreDe(champ)}`} color="inherit" underline="always">
                    {colonne}
                  </MuiLink>
                ) : (
                  colonne
                )}
                {'\u00a0'}: {motif}{' '}
                {valeur && (
                  <>
                    Valeur reçue{'\u00a0'}: «{'\u00a0'}
                    {valeur}
                    {'\u00a0'}».
                  </>
                )}
              </li>
            ))}
          </Box>
        </Bandeau>
      )}
    </Box>
  )
}
