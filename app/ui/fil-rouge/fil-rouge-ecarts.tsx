import { Box } from '@mui/material'
import type { Ecart, Etape, SujetEcart } from '#domain/pre-projet/ecarts'
import { formatJour } from '#domain/temps/jour'
import { LIBELLE_SUJET_ECART, phraseEcart } from '#libelles/fil-rouge'
import { montantCourt } from '#libelles/budget/montant'
import { Etiquette } from '#ui/kit/icone/etiquette'

const dire = (etape: Etape): Record<SujetEcart, string> => ({
  MONTANT: etape.montantCents === null ? '' : montantCourt(etape.montantCents),
  COUT: etape.coutTotalCents === null ? '' : montantCourt(etape.coutTotalCents),
  DEBUT: etape.dateDebut ? formatJour(etape.dateDebut) : '',
  FIN: etape.dateFin ? formatJour(etape.dateFin) : '',
  PAYS: etape.pays,
  VILLE: etape.ville,
  PARTENAIRE: etape.partenaire,
  PARTICIPANTS: etape.participants === null ? '' : String(etape.participants),
  TITRE: etape.titre,
  STRUCTURE: etape.structure,
})

type Props = { annonce: Etape; depose: Etape; ecarts: Ecart[] }

/** Announced and deposited side by side, with what moved between; what neither says is left out. */
export function FilRougeEcarts({ annonce, depose, ecarts }: Props) {
  const [avant, apres] = [dire(annonce), dire(depose)]
  const dits = ecarts.filter(({ sujet }) => avant[sujet] || apres[sujet])
  return (
    <Box tabIndex={0} role="region" aria-label="Annoncé et déposé" sx={{ overflowX: 'auto' }}>
      <Box component="table" sx={TABLEAU}>
        <thead>
          <tr>
            <th scope="col">Sujet</th>
            <th scope="col">Annoncé</th>
            <th scope="col">Déposé</th>
            <th scope="col">Écart</th>
          </tr>
        </thead>
        <tbody>
          {dits.map((ecart) => (
            <tr key={ecart.sujet}>
              <th scope="row">{LIBELLE_SUJET_ECART[ecart.sujet]}</th>
              <td>{avant[ecart.sujet] || 'non dit'}</td>
              <td>{apres[ecart.sujet] || 'non dit'}</td>
              <td>
                {ecart.niveau === 'FORT' ? (
                  <Etiquette icone="warning" ton="alerte">
                    {phraseEcart(ecart)}
                  </Etiquette>
                ) : (
                  phraseEcart(ecart)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  )
}

const TABLEAU = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.875rem',
  '& th, & td': {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'inherit',
    p: 0.75,
    borderBottom: 1,
    borderColor: 'divider',
  },
  '& thead th': { color: 'text.secondary' },
  '& tbody th': { color: 'text.secondary' },
} as const
