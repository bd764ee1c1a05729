/** The KPIs: {@code definitions/kpis/<kpi_id>.sql}, their typed form, and the one division. */
package jp.renkei.warehouse.kpi;
